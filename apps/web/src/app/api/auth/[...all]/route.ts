import { createAuth } from "#auth/auth.ts";
import { platform } from "#platform/platform.ts";

const handle = (request: Request) => createAuth(platform()).handler(request);

export { handle as GET, handle as POST };
