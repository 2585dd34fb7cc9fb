import { PairingAnswer, PairingExchanged, PairingStarted } from "@clawlink/contract";
import type { Page } from "playwright-core";
import { post, send } from "./agent.ts";
import { press } from "./press.ts";
import type { Product } from "./product.ts";
import { remember } from "./seen.ts";

/** Pairs a device as the OpenClaw plugin does, with the person approving in the browser; the device's key and its id. */
export async function pair(page: Page, product: Product, deviceLabel: string): Promise<{ key: string; keyId: string }> {
  const started = PairingStarted.parse(
    (await post(`${product.webOrigin}/api/openclaw/pair/start`, { deviceLabel })).body,
  );
  const session = `${product.webOrigin}/api/openclaw/pair/sessions/${started.sessionToken}`;
  await remember(product, "a pairing verifier", started.verifier);

  await page.goto(started.pairUrl);
  await page.getByText(started.displayCode).waitFor();
  await press(page.getByRole("button", { name: "Approve" }));
  await whenReady(session);

  const exchanged = PairingExchanged.parse((await post(`${session}/exchange`, { verifier: started.verifier })).body);
  await remember(product, "an agent key", exchanged.apiKey);
  const finalized = PairingAnswer.parse((await post(`${session}/finalize`, { verifier: started.verifier })).body);
  if (finalized.session.status !== "paired")
    throw new Error(`paired, but the session says ${finalized.session.status}`);
  return { key: exchanged.apiKey, keyId: exchanged.apiKeyId };
}

async function whenReady(session: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { status } = PairingAnswer.parse((await send(new Request(session))).body).session;
    if (status === "ready_for_device") return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The approval never reached the device.");
}
