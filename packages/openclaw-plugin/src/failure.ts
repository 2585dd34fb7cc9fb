import * as z from "zod";

const Text = z.string().optional().catch(undefined);
const Names = z.array(z.string()).optional().catch(undefined);
const Fields = z.record(z.string(), z.unknown());

/** What ClawLink answers when it refuses, whether it ran anything or not (docs of `/api/openapi.json`); every field may be missing. */
const Body = z.object({
  error: z
    .union([
      z.string(),
      z.object({ code: Text, message: Text, retryable: z.boolean().optional(), retryAfterMs: z.number().optional() }),
    ])
    .optional()
    .catch(undefined),
  code: Text,
  hint: Text,
  retryAfterMs: z.number().optional().catch(undefined),
  missingFields: Names,
  invalidFields: Names,
  details: z.unknown().optional(),
  inputSchema: Fields.optional().catch(undefined),
  upgradeUrl: Text,
  integration: Text.nullable().optional(),
  canonical: z.object({ approval_url: Text, execution_id: Text.nullable().optional() }).optional().catch(undefined),
});

/** ClawLink refused, in words a model can act on. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(status: number, body: unknown, tool?: string) {
    const parsed = Body.safeParse(body).data ?? Body.parse({});
    const error = typeof parsed.error === "object" ? parsed.error : { message: parsed.error, code: parsed.code };
    const code = error.code ?? parsed.code ?? `http_${status}`;
    const retryAfterMs = ("retryAfterMs" in error ? error.retryAfterMs : undefined) ?? parsed.retryAfterMs;
    const lines = [
      `${tool ? `${tool} did not run through` : "ClawLink refused"} (${code}): ${error.message ?? `it answered ${status}.`}`,
      parsed.missingFields?.length ? `Missing: ${parsed.missingFields.join(", ")}` : "",
      parsed.invalidFields?.length ? `Invalid: ${parsed.invalidFields.join(", ")}` : "",
      parsed.details === undefined ? "" : `Details: ${JSON.stringify(parsed.details).slice(0, 2000)}`,
      retryAfterMs === undefined ? "" : `Wait ${Math.ceil(retryAfterMs / 1000)} s before you repeat it.`,
      parsed.upgradeUrl ? `The plan's limit is raised at ${parsed.upgradeUrl}` : "",
      parsed.canonical?.approval_url ? `A person decides at ${parsed.canonical.approval_url}` : "",
      parsed.inputSchema ? `inputSchema: ${JSON.stringify(parsed.inputSchema)}` : "",
      `Next: ${nextStep(code, tool, parsed.integration ?? undefined) ?? parsed.hint ?? "tell the person what happened."}`,
    ];
    super(lines.filter((line) => line !== "").join("\n"));
    this.code = code;
    this.details = { ok: false, code, status };
  }
}

/** The next step where it is one of this plugin's own tools; else the hint of the answer says it. */
function nextStep(code: string, tool = "", integration = ""): string | null {
  switch (code) {
    case "unauthorized":
      return "the key of this OpenClaw is no longer accepted. Ask the owner to run /clawlink logout, then /clawlink pair.";
    case "needs_connection":
    case "needs_reauth":
    case "needs_scope_upgrade":
      return `call clawlink_start_connection with ${JSON.stringify({ integration, forceNew: code !== "needs_connection" })} and give the person its link.`;
    case "confirmation_required":
      return `call clawlink_preview_tool, show the person what would be sent, and when they agree call ${JSON.stringify(tool)} again with confirmed: true.`;
    case "tool_not_found":
      return "call clawlink_search_tools with what you want to do.";
    default:
      return null;
  }
}
