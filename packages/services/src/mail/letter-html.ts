const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? "");

/** Mail programs read little of CSS: colours stand on the elements, and the dark ones are where those that know of them look. */
const dark = `@media (prefers-color-scheme: dark) {
  body, .ground { background: #15171b !important; }
  .letter { background: #1d2026 !important; border-color: #343841 !important; color: #d3d6dd !important; }
  .quiet { color: #b4b8c2 !important; }
  .quiet a { color: #93a7fd !important; }
}`;

function paragraph(text: string, last: boolean): string {
  const [, label, url] = /^([^\n:]+): (https?:\/\/\S+)$/.exec(text) ?? [];
  if (label && url) {
    const href = escaped(url);
    return `<p style="margin:0 0 8px"><a href="${href}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#3d55e0;color:#ffffff;font-weight:600;text-decoration:none">${escaped(label)}</a></p>
<p class="quiet" style="margin:0 0 20px;color:#495057;font-size:13px;overflow-wrap:anywhere"><a href="${href}" style="color:#3d55e0">${href}</a></p>`;
  }
  return last
    ? `<p class="quiet" style="margin:0;color:#495057;font-size:13px">${escaped(text)}</p>`
    : `<p style="margin:0 0 20px">${escaped(text)}</p>`;
}

/**
 * The HTML of a mail, made of its plain text: a paragraph that is a name and an address becomes a button, the last one is small. Nothing in it
 * is fetched from anywhere.
 */
export function letterHtml({ subject, text }: { readonly subject: string; readonly text: string }): string {
  const paragraphs = text.split("\n\n");
  const inside = paragraphs.map((part, place) => paragraph(part, place > 0 && place === paragraphs.length - 1));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>${dark}</style>
</head>
<body style="margin:0;background:#f8f9fa">
<div class="ground" style="padding:24px 16px;background:#f8f9fa">
<div class="letter" style="max-width:520px;margin:0 auto;padding:28px;border:1px solid #dee2e6;border-radius:12px;background:#ffffff;color:#15171b;font:16px/1.5 -apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escaped(subject)}</h1>
${inside.join("\n")}
</div>
</div>
</body>
</html>
`;
}
