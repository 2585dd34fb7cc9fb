import {
  CLIENT_CAPABILITIES_META_KEY,
  type InputRequiredResult,
  inputRequired,
  type McpServer,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Ask, Asker } from "./asker.ts";

const key = "confirm";
const shownCharacters = 1_500;
/** Control and direction characters that JSON leaves as they are. */
const unseen = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** A form without fields: yes, no, or neither. */
const requestedSchema = { type: "object" as const, properties: {} };
const Responses = z.object({ [key]: z.object({ action: z.enum(["accept", "decline", "cancel"]) }) });
const Capabilities = z.object({
  elicitation: z.looseObject({ form: z.unknown().optional(), url: z.unknown().optional() }),
});
const Envelope = z.object({ [CLIENT_CAPABILITIES_META_KEY]: z.unknown() });

/** Whether a client with these capabilities can put a question to its person; to name no way at all means by a form. */
export function offersForms(capabilities: unknown): boolean {
  const found = Capabilities.safeParse(capabilities);
  if (!found.success) return false;
  const { form, url } = found.data.elicitation;
  return form !== undefined || url === undefined;
}

/** What the person answered when the client asked them between two rounds (2026-07-28), or null when nobody has been asked. */
export function decisionOf({ mcpReq }: ServerContext): "accept" | "decline" | "cancel" | null {
  return Responses.safeParse(mcpReq.inputResponses).data?.[key]?.action ?? null;
}

/** Whether the client takes a question as the answer to its call, and repeats the call with what its person said (2026-07-28). */
export function takesRounds({ mcpReq }: ServerContext): boolean {
  const found = Envelope.safeParse(mcpReq.envelope);
  return found.success && offersForms(found.data[CLIENT_CAPABILITIES_META_KEY]);
}

/** What the person is asked before `input` is acted on: as much of it as can be read, and nothing that changes how the rest reads. */
export function questionOf(what: string, input: unknown): string {
  const whole = JSON.stringify(input, null, 2).replace(unseen, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  const more = whole.length - shownCharacters;
  return `${what} Go ahead?\n${whole.slice(0, shownCharacters)}${more > 0 ? `… and ${more} characters more` : ""}`;
}

/** Has the client ask its person `message`; the answer comes with the repeated request. */
export function askInRounds(message: string): InputRequiredResult {
  return inputRequired({ inputRequests: { [key]: inputRequired.elicit({ message, requestedSchema }) } });
}

/** Has the client ask its person while its call waits (2025-06-18 and 2025-11-25); null without an `asker`. */
export function askOnStream({ server }: McpServer, asker: Asker | undefined): Ask | null {
  if (!asker) return null;
  return async (message, { mcpReq }) => {
    const onStream = { relatedRequestId: mcpReq.id };
    const put = async (id: string) => {
      const params = { message, requestedSchema };
      await server.transport?.send({ jsonrpc: "2.0", id, method: "elicitation/create", params }, onStream);
    };
    const withdraw = async (id: string) => {
      const params = { requestId: id, reason: "Nobody answered in time." };
      await server.transport?.send({ jsonrpc: "2.0", method: "notifications/cancelled", params }, onStream);
    };
    return asker.ask({ put, withdraw }, mcpReq.signal);
  };
}
