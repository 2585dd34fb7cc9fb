import type { Client } from "@modelcontextprotocol/client";

/** A call of an MCP tool. */
export interface ToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What the agent asks of the person it works for: a link to open, or words to act on. */
export type AskPerson = (request: string) => Promise<void>;

const text = (result: Awaited<ReturnType<Client["callTool"]>>): string => {
  const [first] = Array.isArray(result.content) ? result.content : [];
  return first?.type === "text" ? first.text : "";
};

/** A value that fits a JSON Schema, as somebody would make one up who sees nothing else. */
function makeUp(schema: unknown): unknown {
  const { type, enum: options, anyOf, description = "" } = Object(schema);
  if (Array.isArray(options)) return options[0];
  if (Array.isArray(anyOf)) return makeUp(anyOf[0]);
  if (type === "integer" || type === "number") return 1;
  if (type === "boolean") return false;
  if (type === "array") return [];
  return /mail|address/i.test(description) ? "ann@example.com" : "Something";
}

/** `field {schema}, field {schema}.` as the text lists them. */
function* fieldsIn(line: string): Generator<[string, unknown]> {
  let rest = line;
  for (;;) {
    const begin = /^(\w+) \{/.exec(rest);
    if (!begin) return;
    const from = begin[0].length - 1;
    let depth = 0;
    let end = from;
    for (; end < rest.length; end += 1) {
      if (rest[end] === "{") depth += 1;
      if (rest[end] === "}") depth -= 1;
      if (depth === 0) break;
    }
    yield [begin[1] ?? "", JSON.parse(rest.slice(from, end + 1))];
    rest = rest.slice(end + 3);
  }
}

const withInput = (call: ToolCall, fields: Readonly<Record<string, unknown>>): ToolCall => ({
  ...call,
  arguments: { ...call.arguments, input: { ...Object(call.arguments.input), ...fields } },
});
const withArgument = (call: ToolCall, name: string, value: unknown): ToolCall => ({
  ...call,
  arguments: { ...call.arguments, [name]: value },
});

/** An agent that knows nothing of ClawLink: it does what the text of a failure says, and nothing else. Answers with what it read on the way. */
export async function naiveAgent(client: Client, wish: ToolCall, askPerson: AskPerson): Promise<string[]> {
  const read: string[] = [];
  const use = async (call: ToolCall) => {
    const result = await client.callTool({ name: call.name, arguments: { ...call.arguments } });
    read.push(text(result));
    return result;
  };
  let call = wish;
  for (let turn = 0; turn < 6; turn += 1) {
    const result = await use(call);
    if (!result.isError) return read;
    const said = text(result);
    const next = await follow(said, call, use, askPerson);
    if (!next) return [...read, `The agent does not know what to do: ${said}`];
    call = next;
  }
  return [...read, "The agent went in circles."];
}

async function follow(
  said: string,
  call: ToolCall,
  use: (call: ToolCall) => ReturnType<Client["callTool"]>,
  askPerson: AskPerson,
): Promise<ToolCall | null> {
  const fields = /^(?:Missing|Invalid): (.*)$/gm;
  const wanted = [...said.matchAll(fields)].flatMap(([, line = ""]) => [...fieldsIn(line)]);
  if (wanted.length > 0)
    return withInput(call, Object.fromEntries(wanted.map(([name, schema]) => [name, makeUp(schema)])));
  const nearest = /The nearest are ([\w]+),.*can be given as action_id/.exec(said);
  if (nearest) return withArgument(call, "action_id", nearest[1]);
  const choice = /Call again with (\w+) set to one of: (\d+)/.exec(said);
  if (choice) return withArgument(call, choice[1] ?? "", Number(choice[2]));
  const without = /Leave (\w+) out/.exec(said);
  if (without) return withArgument(call, without[1] ?? "", undefined);
  const other = /Call ([\w.]+) with (\{.*?\}), give the person its link, and repeat this call/.exec(said);
  if (other) {
    const link = await use({ name: other[1] ?? "", arguments: JSON.parse(other[2] ?? "{}") });
    await askPerson(text(link));
    return call;
  }
  const approval = /Ask the person to open (\S+), then call ([\w.]+) with (\{.*?\}) until it has finished/.exec(said);
  if (approval) {
    await askPerson(`open ${approval[1]}`);
    return { name: approval[2] ?? "", arguments: JSON.parse(approval[3] ?? "{}") };
  }
  const agreed = /when they agree, repeat this call with (\w+): true/.exec(said);
  if (agreed) return withArgument(call, agreed[1] ?? "", true);
  const wait = /Repeat this call, with the same arguments, in (\d+) s/.exec(said);
  if (wait) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(Number(wait[1]), 5) * 1_000));
    return call;
  }
  if (/Use a fresh key/.test(said)) return withArgument(call, "idempotency_key", crypto.randomUUID());
  if (/owner can change that under Devices|Ask the operator|Try again in a while/.test(said)) {
    await askPerson(said);
    return call;
  }
  return null;
}
