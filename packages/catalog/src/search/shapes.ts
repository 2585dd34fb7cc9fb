/** What things look like that people name: an id, an address, a path; and what they are called in the catalog. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+\.[\w.-]*\w/g, " address "],
  [/(?<!\w)#[a-z][\w-]*/gi, " channel slack "],
  [/(?<!\w)#\d+/g, " issue "],
  [/\b[A-Z]{2,6}-\d+\b/g, " issue linear "],
  [/\b(?:pr|pull request) ?#?\d+/gi, " pull request "],
  [/\bcus_\w+/g, " customer "],
  [/\bpi_\w+/g, " payment intent "],
  [/\bhttps?:\/\/\S+/g, " link "],
  [/(?<![\w/])[\w.-]+\/(?:[\w.-]+\/)*[\w-]+\.[a-z]{1,5}\b/g, " file repository "],
  [/(?<![\w/])[\w.-]+\/[\w.-]+\b/g, " repository "],
  [/\b(?:[a-z\d][a-z\d-]*\.)+(?:com|org|net|io|dev|app|eu)\b/gi, " domain "],
  [/\b[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|txt|png|jpe?g|csv|md)\b/gi, " file "],
  [/\+\d[\d ]{5,}/g, " phone number "],
  [/[$€£] ?\d[\d.,]*|\b\d[\d.,]* ?(?:€|eur|euros?|dollars?|usd|bucks)\b/gi, " payment price "],
  [/\b\d{1,2}(?::\d{2})? ?(?:am|pm)\b|\bo'?clock\b/gi, " event "],
];

/** A request with what it names by shape put into words. */
export function withoutShapes(text: string): string {
  return shapes.reduce((said, [shape, meant]) => said.replace(shape, meant), text);
}
