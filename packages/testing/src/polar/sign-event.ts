import { createHmac } from "node:crypto";

/** A webhook as it is sent. */
export interface Delivery {
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The headers of Standard Webhooks for a body, signed at `seconds` (epoch) with a `whsec_` secret. */
export function signEvent(secret: string, id: string, body: string, seconds: number): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return {
    "content-type": "application/json",
    "user-agent": "polar.sh webhooks",
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": `v1,${signature}`,
    "webhook-api-version": "2026-10",
  };
}
