import { createSecrets, type Emulators, startEmulators } from "@clawlink/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type EmulatedApp, emulatedApp } from "./emulated-app.ts";

let emulators: Emulators;
let twilio: EmulatedApp;
beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin: "http://127.0.0.1:41394", secrets: createSecrets() });
  twilio = await withToken(emulators.keys.twilio.authToken);
});
afterAll(() => emulators.close());

const authorization = (token: string) => `Basic ${btoa(`${emulators.keys.twilio.accountSid}:${token}`)}`;
const withToken = (token: string) =>
  emulatedApp({
    slug: "twilio",
    origins: emulators.origins,
    headers: { authorization: authorization(token) },
    accountId: emulators.keys.twilio.accountSid,
  });

const to = "+15550002222";
const Thing = z.looseObject({ sid: z.string() });
const Services = z.object({ services: z.array(Thing) });
const Messages = z.object({ messages: z.array(Thing), next_cursor: z.string().nullable() });
const text = (body: string) => ({ to, from: emulators.keys.twilio.phoneNumber, body });

async function firstService(action: string): Promise<string> {
  return Services.parse(await twilio.run(action, {})).services[0]?.sid ?? "";
}

/** The code that would have arrived on the phone. */
async function codeOf(verification: string): Promise<string> {
  const url = `${emulators.urls.twilio}/_twilio/simulate/verification-code?VerificationSid=${verification}`;
  const answer = await fetch(url, { headers: { authorization: authorization(emulators.keys.twilio.authToken) } });
  return z.object({ code: z.string() }).parse(await answer.json()).code;
}

describe("twilio on the emulator", () => {
  it("knows whose account it is", async () => {
    const { accountSid } = emulators.keys.twilio;
    expect(await twilio.identity({ accountSid })).toMatchObject({ accountId: accountSid, label: "Example account" });
  });

  it("knows the account's numbers", async () => {
    const { phoneNumber } = emulators.keys.twilio;
    expect(await twilio.run("list_phone_numbers", { phone_number: phoneNumber })).toMatchObject({
      phone_numbers: [{ phone_number: phoneNumber, capabilities: { sms: true, voice: true } }],
    });
  });

  it("sends a text that reads back as it was written, and deletes it", async () => {
    const body = "Grüße & 100 %\n+49 🎉";
    const { sid } = Thing.parse(await twilio.run("send_sms", text(body)));
    expect(await twilio.run("get_message", { message_sid: sid })).toMatchObject({ sid, to, body, status: "queued" });
    expect(await twilio.run("delete_message", { message_sid: sid })).toEqual({ sid, deleted: true });
    await expect(twilio.run("get_message", { message_sid: sid })).rejects.toThrow("provider_rejected: The requested");
    const stranger = twilio.run("send_sms", { ...text("Hi"), from: "+15550009999" });
    await expect(stranger).rejects.toThrow("(21606)");
  });

  it("pages through texts without losing or repeating one", async () => {
    for (const body of ["one", "two", "three"]) await twilio.run("send_sms", text(body));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = Messages.parse(await twilio.run("list_messages", { to, limit: 2, ...(cursor && { cursor }) }));
      seen.push(...page.messages.map(({ sid }) => sid));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
    expect(await twilio.run("list_messages", { to: "+15550003333" })).toEqual({ messages: [], next_cursor: null });
  });

  it("schedules a text with pictures through a service, and cancels it", async () => {
    const scheduled = Thing.parse(
      await twilio.run("send_sms", {
        to,
        messaging_service_sid: await firstService("list_messaging_services"),
        body: "Later",
        media_urls: ["https://example.com/a.png", "https://example.com/b.png"],
        send_at: "2026-12-01T09:00:00Z",
      }),
    );
    expect(scheduled).toMatchObject({ status: "scheduled", num_media: "2", from: emulators.keys.twilio.phoneNumber });
    expect(await twilio.run("cancel_message", { message_sid: scheduled.sid })).toMatchObject({ status: "canceled" });
  });

  it("calls and hangs up", async () => {
    const from = emulators.keys.twilio.phoneNumber;
    const { sid } = Thing.parse(await twilio.run("make_call", { to, from, say: "Feuer & Flamme" }));
    expect(await twilio.run("list_calls", { to })).toMatchObject({ calls: [{ sid, from, status: "ringing" }] });
    expect(await twilio.run("stop_call", { call_sid: sid })).toMatchObject({ sid, status: "completed" });
    expect(await twilio.run("get_call", { call_sid: sid })).toMatchObject({ sid, to, status: "completed" });
  });

  it("approves the code that was sent, and no other", async () => {
    const service_sid = await firstService("list_verify_services");
    const started = Thing.parse(await twilio.run("start_verification", { service_sid, to }));
    expect(started).toMatchObject({ to, channel: "sms", status: "pending" });
    const code = await codeOf(started.sid);
    const wrong = [...code].reverse().join("");
    const tried = await twilio.run("confirm_verification", { service_sid, to, code: wrong });
    expect(tried).toMatchObject({ status: "pending", valid: false });
    const confirmed = await twilio.run("confirm_verification", { service_sid, to, code });
    expect(confirmed).toMatchObject({ status: "approved", valid: true });
  });

  it("asks for another token when this one is not good", async () => {
    const app = await withToken(createSecrets().keys.twilio.authToken);
    const { accountSid } = emulators.keys.twilio;
    await expect(app.identity({ accountSid })).rejects.toThrow("needs_reauth: Authenticate");
    await expect(app.run("list_verify_services", {})).rejects.toThrow("needs_reauth");
  });

  it("has run every action", () => {
    expect([...twilio.succeeded].sort()).toEqual([...twilio.actionIds].sort());
  });
});
