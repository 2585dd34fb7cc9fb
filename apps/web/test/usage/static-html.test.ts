import { expect, it } from "vitest";
import { rowsHtml, stepsHtml } from "../../src/usage/static-html.ts";

it("lets no text become markup", () => {
  const text = `</td><script>"&`;
  expect(rowsHtml([["a", text]])).toBe("<tr><td>a<td>&lt;/td&gt;&lt;script&gt;&quot;&amp;");
  expect(stepsHtml([{ index: 3, title: text }])).toBe(
    '<path d="M3 0h1v100h-1z"><title>&lt;/td&gt;&lt;script&gt;&quot;&amp;</title></path>',
  );
});
