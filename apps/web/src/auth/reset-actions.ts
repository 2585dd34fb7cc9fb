"use server";

import { redirect } from "next/navigation";
import { askAuth } from "./ask-auth.ts";
import { resetPath } from "./reset-path.ts";

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

function backWith(query: Readonly<Record<string, string>>): never {
  redirect(`${resetPath}?${new URLSearchParams(query)}`);
}

/** Has a link sent to an address, if there is an account with it; what is said is the same. */
export async function askForLink(form: FormData): Promise<void> {
  const { status } = await askAuth("/request-password-reset", { email: text(form, "email") });
  if (status === 200) backWith({ sent: "1" });
  backWith({ problem: status === 429 ? "often" : "address" });
}

/** Sets the password of whom a link was sent to. */
export async function setPassword(form: FormData): Promise<void> {
  const token = text(form, "token");
  const { status, code } = await askAuth("/reset-password", {
    token,
    newPassword: String(form.get("password") ?? ""),
  });
  if (status === 200) redirect("/sign-in?reset=done");
  if (status === 429) backWith({ token, problem: "often" });
  backWith(code === "INVALID_TOKEN" ? { problem: "link" } : { token, problem: "password" });
}
