import { readProgress } from "@clawlink/services/account/read-progress";
import { cookies } from "next/headers";
import { platform } from "../platform/platform.ts";
import { Checklist } from "./checklist.tsx";
import { dismissedCookie } from "./dismissed-cookie.ts";

/** What a new account does first; nothing once it is done or was put away. */
export async function FirstSteps({ userId }: { userId: string }) {
  if ((await cookies()).get(dismissedCookie)?.value === userId) return null;
  const progress = await readProgress(platform().database, userId);
  if (progress.agent && progress.app && progress.call) return null;
  return <Checklist initial={progress} />;
}
