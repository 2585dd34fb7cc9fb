import type { Door, ToolCall, Wish } from "./agent-doors.ts";

/** The people and the clock an agent depends on. */
export interface Surroundings {
  /** What the agent asks of the person it works for: a link to open, or words to act on. */
  askPerson(request: string): Promise<void>;
  /** Lets the seconds pass that a text asks for. */
  wait(seconds: number): Promise<void>;
}

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

const withArgument = (call: ToolCall, name: string, value: unknown): ToolCall => ({
  ...call,
  arguments: { ...call.arguments, [name]: value },
});

/** An agent that knows nothing of ClawLink: it does what the text of a failure says, and nothing else. Answers with what it read on the way. */
export async function naiveAgent(door: Door, wish: Wish, { askPerson, wait }: Surroundings): Promise<string[]> {
  const read: string[] = [];
  const use = async (call: ToolCall) => {
    const result = await door.use(call);
    read.push(result.text);
    return result;
  };
  const withInput = (call: ToolCall, fields: Readonly<Record<string, unknown>>): ToolCall =>
    withArgument(call, door.inputName, { ...Object(call.arguments[door.inputName]), ...fields });

  /** Runs the first action a list names that takes nothing, and puts the first id it answers where the call had one. */
  async function lookUp(call: ToolCall, name: string, input: string): Promise<ToolCall | null> {
    const listed = (await use({ name, arguments: JSON.parse(input) })).text;
    const tool = /^- (\w+)\(([^),]*\?(?:, )?)*\)/m.exec(listed)?.[1];
    const action = /"action_id":"(\w+)"[^{]*"side_effect_level":"read","input_summary":\{"required":\[\]/.exec(
      listed,
    )?.[1];
    const other = tool ? { tool, arguments: {} } : { ...call.arguments, action_id: action, input: {} };
    const id = /"id":"?([\w-]+)/.exec((await use({ name: call.name, arguments: other })).text)?.[1];
    const field = Object.keys(Object(call.arguments[door.inputName])).find((one) => /id$/i.test(one));
    return id && field ? withInput(call, { [field]: id }) : null;
  }

  async function follow(said: string, call: ToolCall): Promise<ToolCall | null> {
    const wanted = [...said.matchAll(/^(?:Missing|Invalid): (.*)$/gm)].flatMap(([, line = ""]) => [...fieldsIn(line)]);
    if (wanted.length > 0)
      return withInput(call, Object.fromEntries(wanted.map(([name, schema]) => [name, makeUp(schema)])));
    const nearest = /the nearest are (\w+),.*can be given as (\w+)/i.exec(said);
    if (nearest) return withArgument(call, nearest[2] ?? "", nearest[1]);
    const choice = /call again with (\w+) set to one of: (\d+)/i.exec(said);
    if (choice) return withArgument(call, choice[1] ?? "", Number(choice[2]));
    const without = /leave (\w+) out/i.exec(said);
    if (without) return withArgument(call, without[1] ?? "", undefined);
    const link = /call ([\w.]+) with (\{.*?\}), give the person its link, and repeat this call/i.exec(said);
    if (link) {
      await askPerson((await use({ name: link[1] ?? "", arguments: JSON.parse(link[2] ?? "{}") })).text);
      return call;
    }
    const there = /look up the right id: ([\w.]+) with (\{.*?\})/i.exec(said);
    if (there) return lookUp(call, there[1] ?? "", there[2] ?? "{}");
    const approval = /ask the person to open ([^\s;,]+)(?:, then call ([\w.]+) with (\{.*?\}))?/i.exec(said);
    if (approval) {
      await askPerson(`open ${approval[1]}`);
      return approval[2] ? { name: approval[2], arguments: JSON.parse(approval[3] ?? "{}") } : call;
    }
    const agreed = /when they agree, repeat this call with (\w+): true/.exec(said);
    if (agreed) return withArgument(call, agreed[1] ?? "", true);
    const pause = /repeat this call, with the same arguments, in (\d+) s/i.exec(said);
    if (pause || /try again in a moment/i.test(said)) {
      await wait(Number(pause?.[1] ?? 5));
      return call;
    }
    if (/use a fresh key/i.test(said)) {
      const name = "idempotency_key" in call.arguments ? "idempotency_key" : "idempotencyKey";
      return withArgument(call, name, crypto.randomUUID());
    }
    if (/owner can change that under Devices and keys|ask the operator/i.test(said)) {
      await askPerson(said);
      return call;
    }
    return null;
  }

  let call = door.call(wish);
  for (let turn = 0; turn < 6; turn += 1) {
    const { text, failed } = await use(call);
    if (!failed) return read;
    const next = await follow(text, call);
    if (!next) return [...read, `The agent does not know what to do: ${text}`];
    call = next;
  }
  return [...read, "The agent went in circles."];
}
