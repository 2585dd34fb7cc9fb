import { UnsafeInput } from "@clawlink/provider-kit";
import { describe, expect, it } from "vitest";
import { encodeAddresses } from "../src/providers/gmail/address.ts";
import { compose } from "../src/providers/gmail/compose.ts";
import { decodeWords, encodeWords } from "../src/providers/gmail/encoded-words.ts";
import { htmlToText } from "../src/providers/gmail/html-to-text.ts";

const written = (draft: Partial<Parameters<typeof compose>[0]>) =>
  compose({ to: "ann@example.com", subject: "Hi", body: "Text", ...draft });

describe("a composed e-mail", () => {
  it("is ASCII in lines of at most 76 characters, whatever the text", () => {
    const text = "Grüße – 漢字 🎉 ".repeat(60);
    const to = Array.from({ length: 60 }, (_, index) => `Jürgen Müller <person-${index}@example.com>`);
    const raw = written({ to, subject: text.slice(0, 800), body: text, html: `<p>${text}</p>` });
    expect(raw).toMatch(/^[\r\n -~]*$/);
    for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(76);
    expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it.each(["subject", "inReplyTo", "to", "cc", "bcc"])("refuses a line break in %s", (field) => {
    for (const injected of ["a@example.com\r\nBcc: spy@example.org", "a@example.com\nX: y", "a@example.com\rX: y"])
      expect(() => written({ [field]: injected })).toThrow(UnsafeInput);
  });

  it("refuses a file name with a line break, and never lets a media type end its header", () => {
    const file = { name: "a.txt", mimetype: "text/plain\r\nX: y", bytes: new Uint8Array(3) };
    expect(written({ file })).toContain("Content-Type: application/octet-stream\r\n");
    expect(() => written({ file: { ...file, name: "a\r\nX: y" } })).toThrow(UnsafeInput);
  });

  it("adds References in front of the e-mail it answers", () => {
    const raw = written({ inReplyTo: "b@example.com", references: "<a@example.com>" });
    expect(raw).toContain("In-Reply-To: <b@example.com>\r\nReferences: <a@example.com> <b@example.com>\r\n");
  });
});

describe("encoded words", () => {
  it("come back as they were, split between characters and never inside one", () => {
    const text = `${"a".repeat(38)}🎉${"ü".repeat(40)}`;
    expect(decodeWords(encodeWords(text))).toBe(text);
    for (const word of encodeWords(text).split("\r\n ")) expect(decodeWords(word)).not.toContain("\ufffd");
    expect(encodeWords("Plain text")).toBe("Plain text");
  });

  it("are read in Q and B and other charsets, and left alone when broken", () => {
    expect(decodeWords("=?ISO-8859-1?Q?Gr=FC=DFe_aus?= =?utf-8?b?IEvDtmxu?=")).toBe("Grüße aus Köln");
    expect(decodeWords("=?utf-8?x?abc?= 100 % =?")).toBe("=?utf-8?x?abc?= 100 % =?");
  });
});

describe("addresses", () => {
  it("quote a name that holds commas or quotes", () => {
    expect(encodeAddresses('Mate, "Team" <a@example.com>')).toBe('"Mate, \\"Team\\"" <a@example.com>');
    expect(encodeAddresses(["a@example.com", '"B" <b@example.com>'])).toBe('a@example.com,\r\n "B" <b@example.com>');
  });
});

describe("htmlToText", () => {
  it("keeps the words and drops the machinery", () => {
    const html =
      "<html><head><title>x</title></head><body><script>alert(1)</script><h1>Offer</h1><p>1&nbsp;000&nbsp;&euro; &amp; more</p>";
    expect(htmlToText(`${html}<ul><li>one</li><li>two &#x1F389;</li></ul><!-- no --></body></html>`)).toBe(
      "Offer\n1 000 € & more\n\n- one\n- two 🎉",
    );
  });

  it("reads what is not HTML as it is, and what has no end as far as it goes", () => {
    expect(htmlToText("1 < 2, <> and a & b")).toBe("1 < 2, <> and a & b");
    expect(htmlToText("a<!-- unseen > -->b<STYLE>p > a {}</Style >c<br>d")).toBe("abc\nd");
    expect(htmlToText("<title>Offer <b>of the</b> day <p>İİ</p><script>alert(1)</script>!")).toBe(
      "Offer of the day İİ\n!",
    );
    expect(htmlToText("<!-- seen <p>one</p>\n two <b")).toBe("one\ntwo <b");
  });

  it.each(["<!--", "<script ", "<style>", "<title></", "<", "<li", "<br", "&nbsp;", "\n ", "<b>", "<!-->"])(
    "of a mail that is %j again and again is made in a moment",
    (mark) => {
      const started = performance.now();
      htmlToText(mark.repeat(1_000_000 / mark.length));
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );
});
