import { join } from "node:path";
import type { ReadyEmulators } from "./emulators.ts";
import type { StartOptions } from "./options.ts";

/** What to open and what to try, for somebody who has never seen it. */
export function welcome(options: StartOptions, { urls, polar }: ReadyEmulators): string {
  if (polar) urls = { ...urls, polar: polar.url };
  const pages = Object.entries(urls).map(([name, url]) => `               ${name.padEnd(8)} ${url}`);
  return `
  ClawLink is running. Press Ctrl-C to stop it.

  Open         ${options.webOrigin}
  Agents       ${options.webOrigin}/api/… (or ${options.apiOrigin}/api/… directly); MCP at ${options.webOrigin}/api/mcp

  Try
    1. Sign up with any e-mail address. The first account becomes the operator.
    2. Connections → Add app → Gmail. No real account is needed: pick "Workspace Owner" on the emulated consent page.
    3. Devices → Create a key, then:
         curl -s ${options.webOrigin}/api/tools/gmail_search_emails/execute \\
           -H "x-clawlink-api-key: YOUR_KEY" -H "content-type: application/json" -d '{"arguments":{}}'
    4. Usage shows the call.

  Mail         ${urls.resend}/inbox has what ClawLink writes to people (confirming an address, choosing a new password)

  Emulated providers (nothing leaves this machine)
${pages.join("\n")}

  Keys for the emulated Stripe, Resend and Twilio are in ${join(options.state, "emulators.json")}
  Logs are in ${join(options.state, "logs")}, all storage in ${options.state}; delete that folder to begin anew.
`;
}
