import { isActionId } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { CaseFile } from "./case-file.ts";
import { describeCases } from "./describe-cases.ts";
import type { ActionFile, ProviderFolder } from "./folder.ts";
import { undescribed } from "./undescribed.ts";
import { deleteVerbs, readVerbs, writeVerbs } from "./verbs.ts";

/** The part of the conformance suite that looks at one action. */
export function describeAction(folder: ProviderFolder, { file, action, cases }: ActionFile): void {
  const { provider } = folder;
  const hints = action.hints ?? {};
  describe(action.id, () => {
    it("is named after its file and says what it does", () => {
      expect(isActionId(action.id)).toBe(true);
      expect(action.id.replaceAll("_", "-")).toBe(file);
      expect(action.title).toMatch(/^[A-Z].{3,60}$/);
      expect(action.title).not.toMatch(/\.$/);
      expect(action.description).toMatch(/^[A-Z].{15,}\.$/s);
      expect(new URL(action.docs).protocol).toBe("https:");
    });

    it("begins with a verb that agrees with its effect", () => {
      const verb = action.id.split("_")[0] ?? "";
      const known = readVerbs.has(verb) || writeVerbs.has(verb) || deleteVerbs.has(verb);
      expect(known, `"${verb}" is not in provider-kit's verbs`).toBe(true);
      expect(readVerbs.has(verb), `${verb} with effect ${action.effect}`).toBe(action.effect === "read");
      if (deleteVerbs.has(verb)) expect(["delete", "admin"]).toContain(action.effect);
      if (action.effect === "read") expect(action.idempotent).toBe(true);
    });

    it("describes every input field, and has schemas that JSON Schema can say", () => {
      expect(undescribed(z.toJSONSchema(action.input, { io: "input" }))).toEqual([]);
      expect(z.toJSONSchema(action.output)).toBeTypeOf("object");
    });

    it("asks only for scopes of its provider", () => {
      const offered = provider.auth.kind === "oauth2" ? Object.keys(provider.auth.scopes) : [];
      expect(offered).toEqual(expect.arrayContaining([...action.scopes]));
    });

    it("has hints that hold", () => {
      const ids = folder.actions.map((other) => other.action.id);
      expect(ids).toEqual(expect.arrayContaining([...(hints.followups ?? [])]));
      expect(hints.whenToUse?.length ?? 0, "whenToUse").toBeGreaterThan(0);
      expect(hints.tags?.length ?? 0, "tags").toBeGreaterThan(0);
      expect(hints.examples?.length ?? 0, "examples").toBeGreaterThan(0);
      if (action.effect !== "read") expect(hints.askBefore?.length ?? 0, "askBefore").toBeGreaterThan(0);
      for (const example of hints.examples ?? [])
        expect(action.plan(example.arguments), example.title).toMatchObject({ ok: true });
    });

    it("has recordings of a success and of a refusal", () => {
      const recorded = CaseFile.parse(cases).cases;
      expect(recorded.some((one) => "request" in one)).toBe(true);
      expect(recorded.some((one) => !("request" in one))).toBe(true);
    });

    it("has recordings of a look-up that finds the write and of one that does not, where it can be settled", () => {
      const exchanges = CaseFile.parse(cases).cases.flatMap((one) => ("request" in one ? [one] : []));
      const [first] = exchanges;
      const plan = first && action.plan(first.input);
      if (!plan?.ok || !plan.settle) return;
      const outputs = exchanges.flatMap(({ lookups }) => lookups.map(({ output }) => output ?? null));
      expect(outputs.filter((output) => output !== null).length, "found").toBeGreaterThan(0);
      expect(outputs, "not found").toContain(null);
    });

    const parsed = CaseFile.safeParse(cases);
    if (parsed.success) describeCases(provider, action, parsed.data.cases);
  });
}
