import * as z from "zod";
import { Failure } from "../failure.ts";
import type { AgentTool, OpenClawApi, ToolContext, ToolResult } from "../openclaw-api.ts";
import { readSettings, type Settings } from "../settings.ts";

/** What a tool answers: text for the model, ending with the next step, and data for programs. */
export interface Told {
  readonly text: string;
  readonly details?: unknown;
}

/** One call of a tool, input parsed. */
export interface Called<I> {
  readonly input: I;
  readonly settings: Settings;
  readonly api: OpenClawApi;
  readonly context: ToolContext;
  readonly signal?: AbortSignal;
  /** Tells the model's live view how far it is; missing where nobody watches. */
  readonly tell?: (told: Told) => void;
}

/** One of the plugin's tools, before OpenClaw makes it for a turn. */
export interface ToolDefinition {
  readonly name: string;
  make(api: OpenClawApi, context: ToolContext): AgentTool | null;
}

interface Definition<I extends z.ZodObject> {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly input: I;
  /** Whether it works without a key. */
  readonly unpaired?: boolean;
  /** Whether only the gateway's owner may cause it. */
  readonly ownerOnly?: boolean;
  run(called: Called<z.output<I>>): Promise<Told>;
}

/** Wraps a tool's input check, its key, and its refusals, which are answers a model can act on. */
export function defineTool<I extends z.ZodObject>(definition: Definition<I>): ToolDefinition {
  const { name, label, description, input } = definition;
  const parameters = z.toJSONSchema(input, { io: "input" });
  const make = (api: OpenClawApi, context: ToolContext): AgentTool | null => {
    // OpenClaw says false for a sender it knows not to be an owner, and nothing where there is no sender.
    if (definition.ownerOnly && context.senderIsOwner === false) return null;
    return {
      name,
      label,
      description,
      parameters,
      execute: async (_id, params, signal, onUpdate) => {
        const parsed = input.safeParse(params ?? {});
        if (!parsed.success)
          return result({ text: badInput(name, parsed.error), details: { ok: false, code: "invalid_input" } });
        const settings = readSettings(api);
        if (!settings.apiKey && !definition.unpaired) return result(unpaired);
        const tell = onUpdate && ((told: Told) => onUpdate(result(told)));
        try {
          return result(await definition.run({ input: parsed.data, settings, api, context, signal, tell }));
        } catch (error) {
          signal?.throwIfAborted();
          const details = error instanceof Failure ? error.details : { ok: false, code: "unreachable" };
          return result({ text: error instanceof Error ? error.message : "That did not work.", details });
        }
      },
    };
  };
  return { name, make };
}

const unpaired: Told = {
  text: "This OpenClaw is not paired with ClawLink.\nNext: call clawlink_begin_pairing and give the person its link.",
  details: { ok: false, code: "not_paired" },
};

function result({ text, details = {} }: Told): ToolResult {
  return { content: [{ type: "text", text }], details };
}

function badInput(name: string, error: z.ZodError): string {
  const problems = error.issues.map(({ path, message }) => `${path.join(".") || "input"}: ${message}`);
  return `${name} was called wrongly. ${problems.join("; ")}.\nNext: correct that and call it again.`;
}
