import { isSlug } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { encodeRequest } from "../encode-request.ts";
import { categories } from "../provider.ts";
import { describeAction } from "./describe-action.ts";
import type { ProviderFolder } from "./folder.ts";
import { findSecret } from "./secret-patterns.ts";

/** The conformance suite of one provider folder (ARCHITECTURE.md section 5): call it in a vitest file. */
export function describeProvider(folder: ProviderFolder): void {
  const { provider, actions, icon, readme } = folder;
  const { auth } = provider;
  describe(provider.slug, () => {
    it("is named after its folder, with a name, a summary and a shelf", () => {
      expect(provider.slug).toBe(folder.folder);
      expect(isSlug(provider.slug)).toBe(true);
      expect(provider.name.length).toBeGreaterThan(1);
      expect(provider.summary).toMatch(/^[A-Z].{15,}\.$/);
      expect(categories).toContain(provider.category);
      expect(actions.length).toBeGreaterThan(0);
    });

    it("only speaks https, to hosts it names", () => {
      expect(new URL(provider.baseUrl).protocol).toBe("https:");
      expect(provider.baseUrl).not.toMatch(/\/$/);
      expect(new URL(provider.docsUrl).protocol).toBe("https:");
      expect(provider.hosts).toContain(new URL(provider.baseUrl).hostname);
      for (const host of provider.hosts) expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    });

    it("asks who the account is on a host it names, the same way each time", () => {
      const fields = "fields" in auth ? Object.fromEntries(auth.fields.map((field) => [field.name, "x"])) : {};
      const ask = () => encodeRequest(provider, provider.identity.request(fields));
      expect(ask()).toEqual(ask());
      expect(provider.hosts).toContain(ask().url.hostname);
    });

    it("tells how to sign in", () => {
      if (auth.kind === "oauth2") {
        for (const url of [auth.authorizeUrl, auth.tokenUrl, auth.registrationUrl])
          expect(new URL(url).protocol).toBe("https:");
        for (const [scope, words] of Object.entries(auth.scopes)) {
          expect(scope).not.toMatch(/\s/);
          expect(words.length).toBeGreaterThan(5);
        }
        expect(readme).toContain(`/api/oauth/callback/${provider.slug}`);
      } else if (auth.kind !== "none") {
        const names = auth.fields.map((field) => field.name);
        const used =
          auth.kind === "bearer" ? [auth.token] : auth.kind === "api_key" ? [auth.key] : [auth.username, auth.password];
        for (const name of used) expect(names).toContain(name);
        expect(auth.fields.some((field) => field.secret)).toBe(true);
        expect(new URL(auth.helpUrl).protocol).toBe("https:");
      }
    });

    it("has an operator's page that says when and against what it was verified", () => {
      expect(readme).toMatch(/verified on \d{4}-\d{2}-\d{2} against /i);
      expect(findSecret(readme)).toBeNull();
    });

    it("has a small icon that draws and does nothing else", () => {
      expect(icon).toMatch(/^<svg [^>]*viewBox="0 0 24 24"/);
      expect(icon.length).toBeLessThan(4000);
      expect(icon).not.toMatch(/<(script|image|foreignObject|style|use)|\son\w+=|href=|url\(/i);
    });

    it("has action ids that differ", () => {
      expect(new Set(actions.map(({ action }) => action.id)).size).toBe(actions.length);
    });

    for (const file of actions) describeAction(folder, file);
  });
}
