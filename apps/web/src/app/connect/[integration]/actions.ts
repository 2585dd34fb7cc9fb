"use server";

import { AppError, ConnectToken, randomToken, unwrap } from "@clawlink/contract";
import { cookies } from "next/headers";
import { z } from "zod";
import { browserCookie, writeHeld } from "#connect/browser-cookie.ts";
import { connectPath } from "#connect/connect-path.ts";
import { readCredentials } from "#connect/credential-form.ts";
import { formMutation } from "#http/form-mutation.ts";

/** 43 base62 characters carry 256 bits. */
const secretLength = 43;
const Filled = ConnectToken.extend({ fields: z.record(z.string().max(64), z.string().trim().max(10_000)) });

/** The page of the session again. */
const settled = (form: FormData) => connectPath(String(form.get("app")), String(form.get("token")));

/** Binds this browser to a fresh authorization and tells where it goes on. */
export const authorize = formMutation(ConnectToken, async ({ token }, { user, environment }) => {
  const browser = randomToken(secretLength);
  const { authorizeUrl } = unwrap(await environment.RPC.authorize(user.id, token, browser));
  const state = new URL(authorizeUrl).searchParams.get("state");
  if (!state) throw new AppError("internal_error", "The authorization has no state.");
  const { name, options } = await browserCookie(state, environment.WEB_ORIGIN);
  (await cookies()).set(name, writeHeld({ browser, token }), options);
  return { authorizeUrl };
});

/** Hands over what the person typed into the app's form. */
export const submitCredentials = formMutation(
  Filled,
  async ({ token, fields }, { user, environment }) => {
    unwrap(await environment.RPC.submitCredentials(user.id, token, fields));
  },
  { read: readCredentials, settled },
);

/** Ends the session without connecting anything. */
export const cancelConnect = formMutation(
  ConnectToken,
  async ({ token }, { user, environment }) => {
    unwrap(await environment.RPC.cancelConnect(user.id, token));
  },
  { settled },
);
