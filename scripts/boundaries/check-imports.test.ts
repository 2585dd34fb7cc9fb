import { describe, expect, it } from "vitest";
import { checkImports } from "./check-imports.ts";
import { checkShape } from "./check-shape.ts";
import { parseSource } from "./source-file.ts";

const problems = (path: string, text: string) => checkImports(parseSource(path, text));

describe("the boundaries", () => {
  it.each([
    ["packages/contract/src/a.ts", 'import { x } from "@clawlink/db";'],
    ["packages/contract/src/a.ts", 'import { createHash } from "node:crypto";'],
    ["packages/engine/src/a.ts", 'import {\n  x,\n  y,\n} from "@clawlink/vault/open";'],
    ["packages/services/src/a.ts", 'export { x } from "@clawlink/engine";'],
    ["packages/services/src/a.ts", 'const x = await import("@clawlink/catalog/registry");'],
    ["packages/services/src/a.ts", 'import type { Context } from "hono";'],
    ["packages/mcp/src/a.ts", 'import "@clawlink/services/key";'],
    ["packages/services/src/a.ts", 'import { x } from "../../engine/src/x.ts";'],
    ["packages/engine/src/a.ts", 'import { generateState } from "arctic";'],
    ["apps/api/src/a.ts", 'import { CipherSuite } from "@hpke/core";'],
    ["apps/web/src/a.ts", 'import { createOpener } from "@clawlink/vault/open";'],
    ["apps/web/src/a.ts", 'import { actions } from "@clawlink/catalog/registry";'],
    ["packages/catalog/src/providers/a/provider.ts", 'import { x } from "../b/provider.ts";'],
    ["packages/catalog/src/providers/a/provider.ts", "export const x = () => fetch(url);"],
    ["packages/provider-kit/src/a.ts", "const now = Date.now();"],
    ["packages/catalog/src/providers/a/actions/x.ts", "const id = crypto.randomUUID();"],
  ])("refuse, in %s: %s", (path, text) => {
    expect(problems(path, text)).toHaveLength(1);
  });

  it.each([
    ["packages/engine/src/a.ts", 'import type { Provider } from "@clawlink/provider-kit";\nimport { z } from "zod";'],
    ["apps/web/src/a.ts", 'import { createSealer } from "@clawlink/vault/seal";\nimport { x } from "#session.ts";'],
    ["packages/vault/src/suite.ts", 'import { CipherSuite } from "@hpke/core";'],
    ["packages/engine/test/a.test.ts", 'import { x } from "@clawlink/testing";'],
    ["packages/catalog/src/providers/a/provider.ts", 'import { x } from "../../google/oauth.ts"; // fetch(url)'],
    [
      "packages/catalog/src/providers/a/provider.ts",
      'const help = "Date.now() and fetch(x)"; const d = new Date(text);',
    ],
  ])("allow, in %s: %s", (path, text) => {
    expect(problems(path, text)).toEqual([]);
  });

  it("refuse names that say nothing and files over 400 lines", () => {
    const long = parseSource("packages/engine/src/long.ts", "x;\n".repeat(401));
    expect(
      checkShape(["packages/engine/src/utils.ts", "apps/api/src/shared/x.ts", "apps/api/src/key.ts"], [long]),
    ).toEqual([
      "packages/engine/src/utils.ts: name it after what it is for",
      "apps/api/src/shared/x.ts: name it after what it is for",
      "packages/engine/src/long.ts: 401 lines, over 400",
    ]);
  });
});
