import { path, type RequestContext } from "@clawlink/provider-kit";

/** The path of the connected account, where everything but Verify and Messaging services lives. */
export function accountPath(context: RequestContext): string {
  return path`/2010-04-01/Accounts/${context.account.id ?? ""}`;
}
