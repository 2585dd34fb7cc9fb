import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  type ElicitRequestFormParams,
  type InputRequest,
  inputRequired,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";

const text = (words: string) => ({ content: [{ type: "text" as const, text: words }] });
type Form = ElicitRequestFormParams["requestedSchema"];

const form = (properties: Record<string, unknown>, required: string[]): Form =>
  // The suite's forms are written as it gives them; the SDK's type lists their parts one by one.
  ({ type: "object", properties, required }) as Form;
const question = (message: string, field: string, type = "string"): InputRequest =>
  inputRequired.elicit({ message, requestedSchema: form({ [field]: { type } }, [field]) });
const sampling = (words: string, maxTokens = 100): InputRequest =>
  inputRequired.createMessage({ messages: [{ role: "user", content: { type: "text", text: words } }], maxTokens });

function answerTo({ mcpReq }: ServerContext, name: string): unknown {
  return mcpReq.inputResponses?.[name];
}

function field(context: ServerContext, request: string, name: string): string {
  const content = acceptedContent<Record<string, unknown>>(context.mcpReq.inputResponses, request);
  return String(content?.[name] ?? "");
}

const username = { type: "string", description: "User's response" };
const enums = {
  untitledSingle: { type: "string", enum: ["option1", "option2", "option3"] },
  titledSingle: {
    type: "string",
    oneOf: ["First", "Second", "Third"].map((name, index) => ({ const: `value${index + 1}`, title: `${name} Option` })),
  },
  legacyEnum: {
    type: "string",
    enum: ["opt1", "opt2", "opt3"],
    enumNames: ["Option One", "Option Two", "Option Three"],
  },
  untitledMulti: { type: "array", items: { type: "string", enum: ["option1", "option2", "option3"] } },
  titledMulti: {
    type: "array",
    items: {
      anyOf: ["First", "Second", "Third"].map((name, index) => ({
        const: `value${index + 1}`,
        title: `${name} Choice`,
      })),
    },
  },
};
const defaults = {
  name: { type: "string", default: "John Doe" },
  age: { type: "integer", default: 30 },
  score: { type: "number", default: 95.5 },
  status: { type: "string", enum: ["active", "inactive", "pending"], default: "active" },
  verified: { type: "boolean", default: true },
};

/** The suite's own tools of 2025 that ask the client something while they run. */
export function registerPushed(server: McpServer): void {
  server.registerTool(
    "test_sampling",
    { description: "Asks the client's model.", inputSchema: z.object({ prompt: z.string() }) },
    async ({ prompt }, { mcpReq }) => {
      const messages = [{ role: "user" as const, content: { type: "text" as const, text: prompt } }];
      const { content } = await mcpReq.requestSampling({ messages, maxTokens: 100 });
      return text(`LLM response: ${JSON.stringify(content)}`);
    },
  );
  const ask = (name: string, requestedSchema: Form) =>
    server.registerTool(
      name,
      { description: "Asks the person.", inputSchema: z.object({ message: z.string().default("Please answer.") }) },
      async ({ message }, { mcpReq }) => {
        const { action, content } = await mcpReq.elicitInput({ mode: "form", message, requestedSchema });
        return text(`Elicitation completed: action=${action}, content=${JSON.stringify(content ?? {})}`);
      },
    );
  ask(
    "test_elicitation",
    form({ username, email: { ...username, description: "User's email address" } }, ["username", "email"]),
  );
  ask("test_elicitation_sep1034_defaults", form(defaults, []));
  ask("test_elicitation_sep1330_enums", form(enums, []));
}

const Declared = z.object({ [CLIENT_CAPABILITIES_META_KEY]: z.record(z.string(), z.unknown()) });

/** The suite's own tools of 2026-07-28 that need another round; `mint` makes state that cannot be tampered with. */
export function registerRounds(server: McpServer, mint: (state: string) => Promise<string>): void {
  const tool = (
    name: string,
    run: (context: ServerContext) => Promise<ReturnType<typeof text> | ReturnType<typeof inputRequired>>,
  ) => server.registerTool(name, { description: "A fixture." }, run);
  tool("test_input_required_result_elicitation", async (context) =>
    answerTo(context, "user_name")
      ? text(`Hello, ${field(context, "user_name", "name")}!`)
      : inputRequired({ inputRequests: { user_name: question("What is your name?", "name") } }),
  );
  tool("test_input_required_result_sampling", async (context) => {
    const answer = answerTo(context, "capital_question");
    return answer
      ? text(JSON.stringify(answer))
      : inputRequired({ inputRequests: { capital_question: sampling("What is the capital of France?") } });
  });
  tool("test_input_required_result_list_roots", async (context) => {
    const answer = answerTo(context, "client_roots");
    return answer
      ? text(JSON.stringify(answer))
      : inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } });
  });
  for (const name of ["test_input_required_result_request_state", "test_input_required_result_tampered_state"])
    tool(name, async (context) =>
      answerTo(context, "confirm") && context.mcpReq.requestState() !== undefined
        ? text("state-ok")
        : inputRequired({
            inputRequests: { confirm: question("Please confirm", "ok", "boolean") },
            requestState: await mint("one"),
          }),
    );
  tool("test_input_required_result_multiple_inputs", async (context) =>
    answerTo(context, "user_name") && answerTo(context, "greeting") && answerTo(context, "client_roots")
      ? text("All there.")
      : inputRequired({
          inputRequests: {
            user_name: question("What is your name?", "name"),
            greeting: sampling("Generate a greeting", 50),
            client_roots: inputRequired.listRoots(),
          },
          requestState: await mint("several"),
        }),
  );
  tool("test_input_required_result_multi_round", async (context) => {
    if (answerTo(context, "step2")) return text(`Done with ${field(context, "step2", "color")}.`);
    const second = answerTo(context, "step1") !== undefined;
    const step: Record<string, InputRequest> = second
      ? { step2: question("Step 2: What is your favorite color?", "color") }
      : { step1: question("Step 1: What is your name?", "name") };
    return inputRequired({ inputRequests: step, requestState: await mint(second ? "two" : "one") });
  });
  tool("test_input_required_result_capabilities", async ({ mcpReq }) => {
    const declared = Declared.safeParse(mcpReq.envelope).data?.[CLIENT_CAPABILITIES_META_KEY] ?? {};
    const requests: Record<string, InputRequest> = {
      ...("elicitation" in declared ? { name: question("What is your name?", "name") } : {}),
      ...("sampling" in declared ? { capital: sampling("What is the capital of France?") } : {}),
    };
    return inputRequired({ inputRequests: requests, requestState: await mint("capabilities") });
  });
  tool("test_missing_capability", async () =>
    inputRequired({ inputRequests: { capital: sampling("Say something.") } }),
  );
  tool("test_streaming_elicitation", async (context) =>
    answerTo(context, "user_name")
      ? text("Thank you.")
      : inputRequired({ inputRequests: { user_name: question("What is your name?", "name") } }),
  );
  server.registerPrompt("test_input_required_result_prompt", { description: "A fixture." }, async (context) =>
    answerTo(context, "user_context")
      ? { messages: [{ role: "user", content: { type: "text", text: field(context, "user_context", "context") } }] }
      : inputRequired({ inputRequests: { user_context: question("What context should the prompt use?", "context") } }),
  );
}
