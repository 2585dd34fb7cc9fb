/**
 * What charts repeat for each of up to 168 hours, as HTML: as elements it would be sent as HTML and as what React makes of it, and each of
 * thousands brought to life. Every text is escaped.
 */
const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);

/** The rows of a table's body: a name and values each. */
export function rowsHtml(rows: readonly (readonly string[])[]): string {
  return rows.map((values) => `<tr>${values.map((value) => `<td>${escaped(value)}`).join("")}`).join("");
}

/** What is said of each step under the pointer, over the whole height of a drawing. */
export function stepsHtml(titles: readonly { readonly index: number; readonly title: string }[]): string {
  return titles
    .map(({ index, title }) => `<path d="M${index} 0h1v100h-1z"><title>${escaped(title)}</title></path>`)
    .join("");
}
