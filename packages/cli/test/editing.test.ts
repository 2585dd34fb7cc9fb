import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { edit } from "../src/editing/editor.ts";
import { jsonEditor } from "../src/editing/json-editor.ts";

const path = ["mcpServers", "clawlink"];
const read = (text: string) => parse(text.replace(/^\uFEFF/, ""), [], { allowTrailingComma: true });
/** Without white space: what an empty object looks like inside is not kept. */
const dense = (text: string) => text.replace(/\s+/g, "");

describe("JSON of every shape", () => {
  it.each([
    "{}",
    "{\n}",
    '{"a":1}',
    '{"a":1,}',
    '{ "a": 1 // x\n}',
    '{\n  "a": 1, // x\n}',
    '{\n  "a": 1 // x\n}',
    '{"mcpServers":{"x":{}}}',
    '{"mcpServers":{"x":{}, "y":{}}}',
    '{\n"mcpServers":{"x":{}, /* c */ }\n}',
    '{"mcpServers":{/* only */}}',
    '{\n  "mcpServers": {\n    // none yet\n  }\n}',
    '{"mcpServers":{\n"x":1}}',
    '/* top */ {"b":[1,2,],\n "mcpServers":{"x":{"y":1},\n}}',
    '\uFEFF{"a":1}\r\n',
    '{"mcpServers":{"x":"}, \\"clawlink\\": 1"}}',
    '{\n\t"mcpServers": {\n\t\t"x": {\n\t\t} // end\n\t\t// tail\n\t}\n}',
  ])("takes an entry, another in its place, and gives it back: %j", (text) => {
    const one = edit(jsonEditor, "file", text, path, { url: "u", headers: { k: "v" } });
    const two = edit(jsonEditor, "file", one, path, { url: "z" });
    expect(read(two).mcpServers.clawlink).toEqual({ url: "z" });
    const without = edit(jsonEditor, "file", two, path, undefined);
    const back = read(text).mcpServers ? without : edit(jsonEditor, "file", without, ["mcpServers"], undefined);
    expect(read(back)).toEqual(read(text));
    expect(dense(back)).toBe(dense(text));
  });

  it.each([
    '{"mcpServers":{"clawlink":1,"x":2}}',
    '{"mcpServers":{"a":0, "clawlink":1, "x":2}}',
    '{"mcpServers":{"a":0, "clawlink":1}}',
  ])("takes an entry out wherever it stands: %j", (text) => {
    const { clawlink: _, ...rest } = read(text).mcpServers;
    expect(read(edit(jsonEditor, "file", text, path, undefined)).mcpServers).toEqual(rest);
  });
});
