import { describe, expect, it } from "vitest";
import { type Notice, noticeWords } from "../../src/billing/notices.ts";
import { letterHtml } from "../../src/mail/letter-html.ts";
import { letterText } from "../../src/mail/letter-text.ts";

const at = Date.UTC(2028, 1, 29, 12);
const calls = { used: 800, limit: 1_000, warning: "near", resetsAt: "2028-03-01T00:00:00.000Z" } as const;
const plan = "Starter <b>& more</b>";
const notices: readonly Notice[] = [
  { kind: "calls_near", occasion: "", calls, plan },
  { kind: "calls_reached", occasion: "", calls: { ...calls, resetsAt: null }, plan },
  { kind: "trial_ending", occasion: "", at },
  { kind: "trial_ended", occasion: "", at },
  { kind: "payment_failed", occasion: "", plan, until: at },
  { kind: "cancelled", occasion: "", plan, until: at },
  { kind: "ended", occasion: "", plan, at, why: null, resumesAt: null },
  { kind: "ended", occasion: "", plan, at, why: "unpaid", resumesAt: null },
  { kind: "ended", occasion: "", plan, at, why: "paused", resumesAt: null },
  { kind: "ended", occasion: "", plan, at, why: "paused", resumesAt: at },
  { kind: "refunded", occasion: "", plan, at, renewsAt: at },
  { kind: "refunded", occasion: "", plan, at, renewsAt: null },
  { kind: "two_plans", occasion: "", plans: [plan, "Heavy"] },
];
const url = "https://links.example.com/dashboard/billing?a=1&b=2";
const letters = notices.map((notice) => {
  const { subject, text: before, act } = noticeWords(notice);
  return {
    subject,
    act,
    text: letterText({ before, act: [act, url], because: "You get this mail because you have an account at" }),
  };
});

describe("a mail about a plan", () => {
  it.each(letters)("says $subject: one thing to do, and why it comes", ({ subject, act, text }) => {
    expect(text.match(/https?:/g)).toHaveLength(1);
    expect(text).toContain(`\n\n${act}: ${url}\n\n`);
    expect(text.endsWith("You get this mail because you have an account at links.example.com.")).toBe(true);
    expect(`${subject} ${text}`).not.toMatch(/undefined|null|NaN|\d{4}-\d\d-\d\d/);
  });

  it.each(letters)("has the same words as HTML, in which nothing is fetched: $subject", ({ subject, act, text }) => {
    const html = letterHtml({ subject, text });
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(|@import|@font-face/);
    expect(html.match(/href="[^"]*"/g)).toEqual(Array(2).fill(`href="${url.replace("&", "&amp;")}"`));
    expect(html).not.toContain("<b>");
    const shown = html
      .replace(/<head>[\s\S]*<\/head>|<[^>]+>/g, " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    for (const words of [subject, act, ...text.split("\n\n").filter((part) => !part.includes(url))])
      expect(shown).toContain(words);
  });
});

describe("the HTML of a mail", () => {
  it("is readable in the dark, and says its language", () => {
    const html = letterHtml({ subject: "Hello", text: "Words." });
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("prefers-color-scheme: dark");
  });

  it("makes a button of nothing but a name and an address alone", () => {
    const html = letterHtml({ subject: "Hello", text: 'Look at javascript:alert(1) or "https://a.example"\n\nEnd' });
    expect(html).not.toContain("href");
    expect(html).toContain("&quot;https://a.example&quot;");
  });
});
