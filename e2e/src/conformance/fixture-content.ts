import { completable, fromJsonSchema, type McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { z } from "zod";

/** A pixel and a moment of silence, as small as such files get. */
const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
const wav = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

const text = (words: string) => ({ type: "text" as const, text: words });
const image = { type: "image" as const, data: png, mimeType: "image/png" };
const embedded = (uri: string, mimeType: string, words: string) => ({
  type: "resource" as const,
  resource: { uri, mimeType, text: words },
});
const asked = (content: ReturnType<typeof text> | typeof image | ReturnType<typeof embedded>) => ({
  role: "user" as const,
  content,
});
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

const contents = {
  test_simple_text: [text("This is a simple text response for testing.")],
  test_image_content: [image],
  test_audio_content: [{ type: "audio" as const, data: wav, mimeType: "audio/wav" }],
  test_embedded_resource: [embedded("test://embedded-resource", "text/plain", "This is an embedded resource content.")],
  test_multiple_content_types: [
    text("Multiple content types test:"),
    image,
    embedded("test://mixed-content-resource", "application/json", JSON.stringify({ test: "data", value: 123 })),
  ],
};

const dialect2020 = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  $defs: {
    address: {
      $anchor: "addressDef",
      type: "object",
      properties: { street: { type: "string" }, city: { type: "string" } },
    },
  },
  properties: {
    name: { type: "string" },
    address: { $ref: "#/$defs/address" },
    contactMethod: { type: "string", enum: ["phone", "email"] },
    phone: { type: "string" },
    email: { type: "string" },
  },
  allOf: [{ anyOf: [{ required: ["phone"] }, { required: ["email"] }] }],
  if: { properties: { contactMethod: { const: "phone" } }, required: ["contactMethod"] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: { required: ["phone"] },
  else: { required: ["email"] },
  additionalProperties: false,
} as const;

/** The suite's own tools that answer without asking anything back. */
export function registerTools(server: McpServer): void {
  for (const [name, content] of Object.entries(contents))
    server.registerTool(name, { description: "A fixture." }, () => ({ content: [...content] }));
  server.registerTool("test_error_handling", { description: "Fails." }, () => {
    throw new Error("This tool intentionally returns an error for testing");
  });
  server.registerTool("test_tool_with_progress", { description: "Reports progress." }, async ({ mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        await mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress, total: 100 } });
      await pause();
    }
    return { content: [text("Done.")] };
  });
  for (const name of ["test_tool_with_logging", "test_logging_tool"])
    server.registerTool(name, { description: "Logs." }, async ({ mcpReq }) => {
      for (const words of ["Tool execution started", "Tool processing data", "Tool execution completed"]) {
        await mcpReq.log("info", words);
        await pause();
      }
      return { content: [text("Done.")] };
    });
  server.registerTool("test_reconnection", { description: "Closes its stream on the way." }, async ({ http }) => {
    http?.closeSSE?.();
    await pause();
    return { content: [text("Done.")] };
  });
  server.registerTool(
    "json_schema_2020_12_tool",
    { description: "Tool with JSON Schema 2020-12 features", inputSchema: fromJsonSchema(dialect2020) },
    () => ({ content: [text("Done.")] }),
  );
  const mirrored = {
    type: "object",
    properties: { region: { type: "string", "x-mcp-header": "Region" }, query: { type: "string" } },
    required: ["region"],
  } as const;
  server.registerTool(
    "test_custom_header",
    { description: "Has an argument that is mirrored in a header.", inputSchema: fromJsonSchema(mirrored) },
    () => ({ content: [text("Done.")] }),
  );
}

/** The suite's own resources. */
export function registerResources(server: McpServer): void {
  const about = { description: "A fixture.", mimeType: "text/plain" };
  const plain = (uri: string, words: string) => ({ contents: [{ uri, mimeType: "text/plain", text: words }] });
  server.registerResource("static-text", "test://static-text", about, ({ href }) =>
    plain(href, "This is the content of the static text resource."),
  );
  server.registerResource("watched", "test://watched-resource", about, ({ href }) => plain(href, "Watched."));
  server.registerResource("static-binary", "test://static-binary", { mimeType: "image/png" }, ({ href }) => ({
    contents: [{ uri: href, mimeType: "image/png", blob: png }],
  }));
  const template = new ResourceTemplate("test://template/{id}/data", { list: undefined });
  server.registerResource("template", template, { mimeType: "application/json" }, ({ href }, { id }) => ({
    contents: [
      {
        uri: href,
        mimeType: "application/json",
        text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }),
      },
    ],
  }));
}

/** The suite's own prompts. */
export function registerPrompts(server: McpServer): void {
  const one = (...messages: ReturnType<typeof asked>[]) => ({ messages });
  server.registerPrompt("test_simple_prompt", { description: "A fixture." }, () =>
    one(asked(text("This is a simple prompt for testing."))),
  );
  const word = completable(z.string(), (begun) =>
    ["paris", "park", "party"].filter((place) => place.startsWith(begun)),
  );
  server.registerPrompt(
    "test_prompt_with_arguments",
    { description: "A fixture.", argsSchema: z.object({ arg1: word, arg2: z.string() }) },
    ({ arg1, arg2 }) => one(asked(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`))),
  );
  server.registerPrompt(
    "test_prompt_with_embedded_resource",
    { description: "A fixture.", argsSchema: z.object({ resourceUri: z.string() }) },
    ({ resourceUri }) =>
      one(
        asked(embedded(resourceUri, "text/plain", "Embedded resource content for testing.")),
        asked(text("Please process the embedded resource above.")),
      ),
  );
  server.registerPrompt("test_prompt_with_image", { description: "A fixture." }, () =>
    one(asked(image), asked(text("Please analyze the image above."))),
  );
}
