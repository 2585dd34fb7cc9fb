import { createSecrets, type Emulators, owner, startEmulators, teammate } from "@clawlink/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type EmulatedApp, emulatedApp } from "./emulated-app.ts";

let emulators: Emulators;
let resend: EmulatedApp;
beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin: "http://127.0.0.1:41393", secrets: createSecrets() });
  resend = await withKey(emulators.keys.resend);
});
afterAll(() => emulators.close());

const withKey = (key: string, headers: Readonly<Record<string, string>> = {}) =>
  emulatedApp({
    slug: "resend",
    origins: emulators.origins,
    headers: { authorization: `Bearer ${key}`, ...headers },
  });

const Thing = z.looseObject({ id: z.string() });
const Emails = z.object({ emails: z.array(Thing) });
const note = { from: "Team <team@example.com>", to: ["reader@example.org"], subject: "Grüße", text: "Bis <bald> & 🎉" };

describe("resend on the emulator", () => {
  it("tells the account by its domain", async () => {
    expect(await resend.identity()).toMatchObject({ label: "example.com" });
  });

  it("sends an e-mail that reads back as it was written", async () => {
    const { id } = Thing.parse(
      await resend.run("send_email", { ...note, cc: [owner.email], reply_to: ["help@example.com"] }),
    );
    expect(await resend.run("get_email", { email_id: id })).toMatchObject({
      ...note,
      id,
      cc: [owner.email],
      reply_to: ["help@example.com"],
      last_event: "email.delivered",
    });
  });

  it("sends a batch, one e-mail each", async () => {
    const emails = [owner, teammate].map(({ email }) => ({ ...note, to: [email], subject: `For ${email}` }));
    const { data } = z.object({ data: z.array(Thing) }).parse(await resend.run("send_batch", { emails }));
    expect(data).toHaveLength(2);
    const listed = Emails.parse(await resend.run("list_emails", { limit: 100 })).emails;
    for (const [index, { id }] of data.entries())
      expect(listed).toContainEqual(expect.objectContaining({ id, subject: emails[index]?.subject }));
  });

  it("sends one e-mail for two calls with the same idempotency key", async () => {
    const app = await withKey(emulators.keys.resend, { "idempotency-key": crypto.randomUUID() });
    const before = Emails.parse(await resend.run("list_emails", {})).emails.length;
    const first = Thing.parse(await app.run("send_email", note));
    expect(Thing.parse(await app.run("send_email", note))).toEqual(first);
    expect(Emails.parse(await resend.run("list_emails", {})).emails).toHaveLength(before + 1);
    await expect(app.run("send_email", { ...note, subject: "Other" })).rejects.toThrow("provider_rejected");
  });

  it("schedules an e-mail and cancels it, but not one that was sent", async () => {
    const later = await resend.run("send_email", { ...note, scheduled_at: "2026-12-01T09:00:00Z" });
    const { id } = Thing.parse(later);
    expect(await resend.run("get_email", { email_id: id })).toMatchObject({ last_event: "email.scheduled" });
    expect(await resend.run("cancel_email", { email_id: id })).toEqual({ id });
    expect(await resend.run("get_email", { email_id: id })).toMatchObject({ last_event: "email.canceled" });
    const sent = Thing.parse(await resend.run("send_email", note));
    await expect(resend.run("cancel_email", { email_id: sent.id })).rejects.toThrow(
      "provider_rejected: Only scheduled",
    );
  });

  it("adds, verifies and removes a domain", async () => {
    const made = Thing.parse(await resend.run("create_domain", { name: "mail.example.org", region: "eu-west-1" }));
    const domain_id = made.id;
    expect(made).toMatchObject({ status: "pending", records: expect.arrayContaining([expect.anything()]) });
    await resend.run("verify_domain", { domain_id });
    expect(await resend.run("get_domain", { domain_id })).toMatchObject({
      name: "mail.example.org",
      status: "verified",
    });
    expect(await resend.run("list_domains", {})).toMatchObject({
      domains: [{ name: "example.com" }, { id: domain_id, region: "eu-west-1" }],
    });
    expect(await resend.run("delete_domain", { domain_id })).toEqual({ id: domain_id, deleted: true });
    await expect(resend.run("get_domain", { domain_id })).rejects.toThrow("provider_rejected: Domain not found");
  });

  it("adds a contact to an audience and removes them again", async () => {
    const { audiences } = z.object({ audiences: z.array(Thing) }).parse(await resend.run("list_audiences", {}));
    const audience_id = audiences[0]?.id ?? "";
    const email = "new@example.org";
    const { id } = Thing.parse(await resend.run("create_contact", { audience_id, email, first_name: "Zoë" }));
    expect(await resend.run("list_contacts", { audience_id })).toMatchObject({
      contacts: expect.arrayContaining([
        expect.objectContaining({ id, email, first_name: "Zoë", unsubscribed: false }),
      ]),
    });
    expect(await resend.run("delete_contact", { audience_id, contact_id: id })).toEqual({ deleted: true });
    expect(await resend.run("list_contacts", { audience_id })).not.toMatchObject({
      contacts: expect.arrayContaining([expect.objectContaining({ id })]),
    });
  });

  it("still knows an account that has no domain left", async () => {
    const { domains } = z.object({ domains: z.array(Thing) }).parse(await resend.run("list_domains", {}));
    for (const { id } of domains) await resend.run("delete_domain", { domain_id: id });
    expect(await resend.identity()).toEqual({ accountId: "no-domain", label: "Resend (no domain yet)" });
  });

  it("asks for another key when this one is not good", async () => {
    const app = await withKey(createSecrets().keys.resend);
    await expect(app.identity()).rejects.toThrow("needs_reauth: API key is invalid");
    await expect(app.run("send_email", note)).rejects.toThrow("needs_reauth");
  });

  it("has run every action", () => {
    expect([...resend.succeeded].sort()).toEqual([...resend.actionIds].sort());
  });
});
