import { expect, it } from "vitest";
import { writeSnippets } from "../../src/playground/write-snippets.ts";

const call = {
  tool: "github_create_issue",
  title: "Create an issue",
  input: { title: "It's <b>\u{1F600}</b>", draft: true, milestone: null, labels: ["a"] },
  connectionId: 4,
  confirm: true,
  webOrigin: "https://claw.example",
};

it("writes the same call as a command, as code, and as words", () => {
  const [curl, typescript, python, words] = writeSnippets(call).map(({ text }) => text);
  expect(curl).toContain(`'{"arguments":{"title":"It'\\''s <b>\u{1F600}</b>","draft":true`);
  expect(typescript).toContain('"connectionId": 4');
  expect(python).toContain('"draft": True, "milestone": None, "labels": ["a"]');
  expect(python).toContain('"confirmed": True');
  expect(words).toContain("github_create_issue (Create an issue) with connection 4");
});

it("never holds a key", () => {
  for (const { text } of writeSnippets(call)) expect(text).not.toMatch(/cllk_/);
});
