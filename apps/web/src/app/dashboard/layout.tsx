import type { ReactNode } from "react";
import { currentUser } from "#auth/user.ts";
import { Shell } from "./client.tsx";

/** The frame of the dashboard. Who may see what is decided by each page. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  return (
    <Shell email={user?.email ?? ""} operator={user?.role === "operator"}>
      {children}
    </Shell>
  );
}
