import * as z from "zod";

/** What is known of a refusal, as far as the next step depends on it. */
export interface Refused {
  readonly code: string;
  readonly tool: string | undefined;
  readonly integration: string | undefined;
  readonly details: unknown;
  readonly retryable: boolean;
  /** In milliseconds. */
  readonly retryAfterMs: number | undefined;
  readonly upgradeUrl: string | undefined;
  readonly approvalUrl: string | undefined;
}

const Choices = z.object({
  choices: z.array(
    z.object({ id: z.number(), connectionLabel: z.string().nullish(), accountLabel: z.string().nullish() }),
  ),
  count: z.number().optional(),
});
const Nearest = z.object({ nearest: z.array(z.string()).min(1) });
const NotThere = z.object({ provider: z.object({ status: z.literal(404) }) });

/** How long to wait where ClawLink names no time, in milliseconds. */
const unexplainedPauseMs = 5_000;

/** What to do next, where it is one of this plugin's own tools or arguments; else null, and the hint of the answer says it. */
export function nextStep(refused: Refused): string | null {
  const { code, integration = "", upgradeUrl, approvalUrl } = refused;
  switch (code) {
    case "unauthorized":
      return "the key of this OpenClaw is no longer accepted. Ask the owner to run /clawlink logout, then /clawlink pair.";
    case "needs_connection":
    case "needs_reauth":
    case "needs_scope_upgrade":
      return `call clawlink_start_connection with ${JSON.stringify({ integration, forceNew: code !== "needs_connection" })}, give the person its link, and repeat this call once they are done.`;
    case "confirmation_required":
      return approvalUrl
        ? `ask the person to open ${approvalUrl}; it runs once they approve. Calls with an idempotencyKey can then be repeated for their result.`
        : "show the person what clawlink_preview_tool says would be sent; when they agree, repeat this call with confirmed: true.";
    case "ambiguous_connection":
      return choices(refused.details);
    case "connection_not_found":
      return "leave connectionId out, or use one that clawlink_list_integrations names.";
    case "tool_not_found":
      return `${nearest(refused.details)}find it by clawlink_search_tools with what you want to do.`;
    case "provider_rejected":
      return lookUp(refused);
    case "billing_required":
      return upgradeUrl
        ? `ask the person to open ${upgradeUrl}, and repeat this call once the plan is upgraded.`
        : null;
    default:
      return refused.retryable ? wait(refused.retryAfterMs) : null;
  }
}

function wait(retryAfterMs = unexplainedPauseMs): string {
  return `repeat this call, with the same arguments, in ${Math.max(Math.ceil(retryAfterMs / 1_000), 1)} s.`;
}

function choices(details: unknown): string | null {
  const found = Choices.safeParse(details).data;
  if (!found) return null;
  const names = found.choices.map(({ id, connectionLabel, accountLabel }) => {
    const label = connectionLabel ?? accountLabel;
    return label ? `${id} (${label})` : String(id);
  });
  const more = (found.count ?? names.length) - names.length;
  const others = more > 0 ? ` Or find one of ${more} more by name: clawlink_list_integrations with account.` : "";
  return `call again with connectionId set to one of: ${names.join(", ")}.${others}`;
}

function nearest(details: unknown): string {
  const found = Nearest.safeParse(details).data?.nearest;
  return found ? `the nearest are ${found.join(", ")}; each can be given as tool. Or ` : "";
}

/** Where the ids are that the provider does have, after it did not know one. */
function lookUp({ details, tool, integration }: Refused): string | null {
  if (!NotThere.safeParse(details).success || !tool || !integration) return null;
  const [, ...noun] = tool.slice(integration.length + 1).split("_");
  const input = { query: ["list", ...noun].join(" "), integration };
  return `what this call names is not there. Look up the right id: clawlink_search_tools with ${JSON.stringify(input)} names the tools that list them; run one, and repeat this call with an id of its output.`;
}
