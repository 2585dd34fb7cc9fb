import { countWaiting } from "@clawlink/services/execution/count-waiting";
import type { ReactNode } from "react";
import { currentUser } from "#auth/user.ts";
import { platform } from "#platform/platform.ts";
import { Shell } from "./client.tsx";

/** The frame of the dashboard. Who may see what is decided by each page. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  const waiting = user ? await countWaiting(platform().database, user.id) : 0;
  return (
    <Shell email={user?.email ?? ""} operator={user?.role === "operator"} waiting={waiting}>
      {children}
    </Shell>
  );
}
