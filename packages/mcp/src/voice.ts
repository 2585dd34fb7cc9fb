import { z } from "zod";

/** How one server calls things, so that every text names what the model can really call. */
export interface Voice {
  /** A `clawlink.*` tool as this client sees it. */
  tool(name: string): string;
  /** The argument that confirms a call. */
  readonly confirm: string;
  /** Where an action's own arguments are. */
  readonly input: string;
  /** The argument that names a connection. */
  readonly connection: string;
  /** Whether the `clawlink.*` tools are there to be called. */
  readonly discovery: boolean;
}

/** Tool names with dots, or with underscores for clients that refuse dots. */
export type NameStyle = "dot" | "underscore";

const Called = z.object({ method: z.literal("tools/call"), params: z.object({ name: z.string() }) });

/** How a call names its tool, whatever the list said: some clients replace dots themselves (Cursor). Null for what calls none of ours. */
export function namesCalled(message: unknown): NameStyle | null {
  const name = Called.safeParse(message).data?.params.name ?? "";
  return name.startsWith("clawlink.") ? "dot" : name.startsWith("clawlink_") ? "underscore" : null;
}

/** The voice of the server with the `clawlink.*` tools. */
export function clawlinkVoice(names: NameStyle): Voice {
  const tool = (name: string) => (names === "dot" ? name : name.replaceAll(".", "_"));
  return { tool, confirm: "confirm", input: "input", connection: "connection_id", discovery: true };
}

/** The voice of a server with one app's actions: arguments of ours carry an underscore, so that none can meet an action's own. */
export const appVoice: Voice = {
  tool: (name) => name,
  confirm: "_confirm",
  input: "the arguments",
  connection: "_connection_id",
  discovery: false,
};
