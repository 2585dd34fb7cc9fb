import { AppError } from "@clawlink/contract";
import { type Credential, classify, cleanText, credentialHeader, send } from "@clawlink/engine";
import { encodeRequest, type Identity, type Provider } from "@clawlink/provider-kit";
import { z } from "zod";
import type { Environment } from "../environment.ts";
import { fetchOutside } from "../outside.ts";

/** How long the provider may take to say whose credential it is, in milliseconds. */
const timeoutMs = 15_000;
/** A label is the provider's text, and agents read it beside our own words. */
const longestLabel = 120;

/** Asks the provider whose credential this is, which also proves that it works. Throws `provider_rejected` or `provider_unavailable`. */
export async function identifyAccount(
  environment: Environment,
  provider: Provider,
  credential: Credential,
  publicFields: Record<string, string>,
): Promise<Identity> {
  const request = encodeRequest(provider, provider.identity.request(publicFields));
  const fields = credential.kind === "fields" ? credential.fields : publicFields;
  const ports = { fetch: (url: URL, init: RequestInit) => fetchOutside(environment, url, init) };
  const attempt = await send(ports, provider, {
    request,
    credential: credentialHeader(provider.auth, credential),
    as: "json",
    timeoutMs,
  });
  const verdict = classify(provider, attempt, "read", Date.now());
  if (verdict.kind !== "answer") {
    const refused = verdict.kind === "unauthenticated" || verdict.failure.code === "provider_rejected";
    const message = refused ? `${provider.name} does not accept this credential.` : verdict.failure.message;
    throw new AppError(refused ? "provider_rejected" : "provider_unavailable", message, verdict.failure.facts);
  }
  try {
    const identity = provider.identity.result(verdict.response, fields);
    return { ...identity, label: cleanText(identity.label).slice(0, longestLabel).toWellFormed() || provider.name };
  } catch (error) {
    if (error instanceof z.ZodError)
      throw new AppError("provider_unavailable", `${provider.name} did not say whose account this is.`);
    throw error;
  }
}
