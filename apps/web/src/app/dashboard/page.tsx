import { redirect } from "next/navigation";
import { homePath } from "#auth/next-path.ts";

export default function Dashboard() {
  redirect(homePath);
}
