"use server";

import { redirect } from "next/navigation";
import { platform } from "../platform/platform.ts";
import { askAuth } from "./ask-auth.ts";
import { linkHolds } from "./link-holds.ts";
import { resetPath } from "./reset-path.ts";

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** Has a link sent to an address, if there is an account with it; what is said is the same. */
export async function askForLink(form: FormData): Promise<void> {
  const { status } = await askAuth("/request-password-reset", { email: text(form, "email") });
  if (status === 200) redirect(`${resetPath}?sent=1`);
  redirect(`${resetPath}?problem=${status === 429 ? "often" : "address"}`);
}

/** Whether a link can still be used. */
export async function linkWorks(code: string): Promise<boolean> {
  return await linkHolds(platform().database, code);
}

/** Sets the password of whom a link was sent to; answers with what was wrong. */
export async function setPassword(_: string | null, form: FormData): Promise<string | null> {
  const body = { token: text(form, "code"), newPassword: String(form.get("password") ?? "") };
  if (body.token === "") return "code";
  const { status, code } = await askAuth("/reset-password", body);
  if (status === 200) redirect("/sign-in?reset=done");
  if (status === 429) return "often";
  return code === "INVALID_TOKEN" ? "link" : "password";
}
