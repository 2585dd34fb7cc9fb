import { createAuth } from "#auth/auth.ts";
import { passkeyPlugin } from "#auth/passkey-plugin.ts";
import { later } from "#platform/later.ts";
import { platform } from "#platform/platform.ts";

function handle(request: Request): Promise<Response> {
  const given = platform();
  return createAuth(given, [passkeyPlugin(given.environment)], later).handler(request);
}

export { handle as GET, handle as POST };
