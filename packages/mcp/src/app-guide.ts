import { IntegrationAnswer } from "@clawlink/contract";
import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import { failureText, readFailure } from "./failure-text.ts";
import type { Host } from "./host.ts";
import type { Voice } from "./voice.ts";

/** What one app can do and how it stands, as Markdown for a model; throws `ProtocolError` with words to show when there is no such app. */
export async function appGuide(host: Host, voice: Voice, slug: string): Promise<string> {
  const { body } = await host.call({ method: "GET", path: `/api/integrations/${encodeURIComponent(slug)}` });
  const answer = IntegrationAnswer.safeParse(body);
  if (!answer.success) throw new ProtocolError(ProtocolErrorCode.InvalidParams, failureText(readFailure(body), voice));
  const { integration, connections, connection_count, actions } = answer.data;
  const accounts = connections.map(({ id, connectionLabel, accountLabel, isDefault }) => {
    const label = connectionLabel ?? accountLabel ?? "no label";
    return `- ${id}: ${label}${isDefault ? " (default)" : ""}`;
  });
  const more = connection_count - connections.length;
  const rest = `- and ${more} more: ${voice.tool("clawlink.get_integration")} finds them by account.`;
  const state =
    accounts.length > 0
      ? ["Connected accounts:", ...accounts, ...(more > 0 ? [rest] : [])]
      : [
          `Not connected: ${voice.tool("clawlink.connect_app")} with {"integration_id": "${integration.slug}"} gives a link.`,
        ];
  const lines = actions.map(({ action_id, description, side_effect_level, input_summary }) => {
    const needs = input_summary.required.length > 0 ? ` Needs ${input_summary.required.join(", ")}.` : "";
    return `- \`${action_id}\` (${side_effect_level}): ${description}${needs}`;
  });
  const head = [`# ${integration.name}`, "", integration.summary, "", ...state, "", "## Actions", ""];
  return [...head, ...lines].join("\n");
}
