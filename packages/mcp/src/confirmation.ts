import {
  CLIENT_CAPABILITIES_META_KEY,
  type InputRequiredResult,
  inputRequired,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";

const key = "confirm";
const shownCharacters = 1_500;
const Responses = z.object({ [key]: z.object({ action: z.enum(["accept", "decline", "cancel"]) }) });
const Capabilities = z.object({
  [CLIENT_CAPABILITIES_META_KEY]: z.object({
    elicitation: z.looseObject({ form: z.unknown().optional(), url: z.unknown().optional() }),
  }),
});

/** What the person answered when the client asked them, or null when nobody has been asked. */
export function decisionOf({ mcpReq }: ServerContext): "accept" | "decline" | "cancel" | null {
  return Responses.safeParse(mcpReq.inputResponses).data?.[key]?.action ?? null;
}

/** Whether the client can put a question to its person (2026-07-28, multi-round-trip; earlier revisions need a session). */
export function canAsk({ mcpReq }: ServerContext): boolean {
  const found = Capabilities.safeParse(mcpReq.envelope);
  if (!found.success) return false;
  const { form, url } = found.data[CLIENT_CAPABILITIES_META_KEY].elicitation;
  return form !== undefined || url === undefined;
}

/** Has the client ask its person whether `what` may happen with these arguments; the answer comes with the repeated request. */
export function askToConfirm(what: string, input: unknown): InputRequiredResult {
  const shown = JSON.stringify(input, null, 2).slice(0, shownCharacters);
  const requestedSchema = { type: "object" as const, properties: {} };
  return inputRequired({
    inputRequests: { [key]: inputRequired.elicit({ message: `${what}?\n${shown}`, requestedSchema }) },
  });
}
