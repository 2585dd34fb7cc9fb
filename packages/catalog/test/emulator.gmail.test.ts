import { createSecrets, type Emulators, owner, startEmulators, teammate } from "@clawlink/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type EmulatedApp, emulatedApp } from "./emulated-app.ts";
import { googleApp } from "./google-app.ts";

let emulators: Emulators;
let gmail: EmulatedApp;
beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin: "http://127.0.0.1:41190", secrets: createSecrets() });
  gmail = await googleApp(emulators, "gmail", owner.email);
});
afterAll(() => emulators.close());

const Found = z.object({ messages: z.array(z.object({ id: z.string(), threadId: z.string() })) });
const Filed = z.object({ id: z.string(), threadId: z.string(), labelIds: z.array(z.string()) });
const Email = z.looseObject({ id: z.string(), threadId: z.string(), messageId: z.string(), text: z.string() });

async function search(query: string): Promise<string[]> {
  return Found.parse(await gmail.run("search_emails", { query, limit: 100 })).messages.map(({ id }) => id);
}
const read = async (id: string) => Email.parse(await gmail.run("get_email", { id }));

describe("gmail on the emulator", () => {
  it("knows whose account it is", async () => {
    expect(await gmail.identity()).toMatchObject({ label: owner.email });
  });

  it("pages through a search without losing or repeating an e-mail", async () => {
    const Page = Found.extend({ nextPageToken: z.string().nullish() });
    const all = await search("in:inbox");
    const seen: string[] = [];
    let pageToken: string | null | undefined;
    do {
      const page = Page.parse(
        await gmail.run("search_emails", { query: "in:inbox", limit: 7, ...(pageToken && { pageToken }) }),
      );
      seen.push(...page.messages.map(({ id }) => id));
      pageToken = page.nextPageToken;
    } while (pageToken);
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect(await search("nothing-has-this-word")).toEqual([]);
  });

  it("sends an e-mail that reads back as it was written", async () => {
    const subject = `Grüße aus der Küche, und ein sehr langer Betreff, damit er gefaltet wird: ${"ä".repeat(60)} 🎉`;
    const body = "Erste Zeile\nZweite Zeile: 100 % & <nichts>\n\nEnde";
    const to = [`"Mate, Team" <${teammate.email}>`, "Zoë <zoe@example.org>"];
    const sent = Filed.parse(
      await gmail.run("send_email", { to, cc: owner.email, subject, body, html: "<p>Erste</p>" }),
    );
    expect(sent.labelIds).toContain("SENT");
    const email = await read(sent.id);
    expect(email).toMatchObject({ subject, text: body, cc: owner.email });
    expect(email.to).toContain(teammate.email);
    expect(email.to).toContain("Zoë <zoe@example.org>");
    expect(await search("in:sent zweite")).toEqual([sent.id]);
  });

  it("replies inside the conversation", async () => {
    const [id = ""] = await search("subject:lunch");
    const asked = await read(id);
    const { threadId } = asked;
    const reply = {
      threadId,
      inReplyTo: asked.messageId,
      to: teammate.email,
      subject: "Re: Lunch",
      body: "Yes, gladly.",
    };
    const sent = Filed.parse(await gmail.run("reply_to_thread", reply));
    expect(sent.threadId).toBe(threadId);
    const thread = await gmail.run("get_thread", { id: threadId });
    expect(thread).toMatchObject({
      messages: expect.arrayContaining([expect.objectContaining({ id: sent.id, text: "Yes, gladly." })]),
    });
    expect(await read(sent.id)).toMatchObject({ references: asked.messageId });
    const threads = await gmail.run("list_threads", { query: "gladly" });
    expect(threads).toMatchObject({ threads: [{ id: threadId }] });
  });

  it.each([5_000, 2_300_000])("attaches a file of %d bytes that come back unchanged", async (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31) % 256);
    const attachment = { name: "Übersicht.bin", mimetype: "application/octet-stream", s3key: "p1" };
    const sent = Filed.parse(
      await gmail.run(
        "send_email",
        { to: teammate.email, subject: "File", body: "Attached.", attachment },
        { attachment: { name: attachment.name, mimetype: attachment.mimetype, bytes } },
      ),
    );
    const WithFile = z.object({ attachments: z.tuple([z.object({ attachmentId: z.string() })]) });
    const [{ attachmentId }] = WithFile.parse(await read(sent.id)).attachments;
    const Got = z.object({ size: z.number(), dataBase64: z.string() });
    const got = Got.parse(await gmail.run("get_attachment", { messageId: sent.id, attachmentId }));
    expect(got.size).toBe(length);
    expect(Buffer.from(got.dataBase64, "base64").equals(bytes)).toBe(true);
  });

  it("reads an attachment that came in, and a subject in encoded words", async () => {
    const email = z.looseObject({
      subject: z.string(),
      attachments: z.array(z.looseObject({ attachmentId: z.string() })),
    });
    const { subject, attachments } = email.parse(await read("mail-numbers"));
    expect(subject).toBe("Zahlen für Oktober");
    expect(attachments).toMatchObject([{ filename: "october.csv", mimeType: "text/csv" }]);
    const attachmentId = attachments[0]?.attachmentId;
    const got = await gmail.run("get_attachment", { messageId: "mail-numbers", attachmentId });
    expect(got).toMatchObject({ text: "day,total\n1,120\n2,95\n" });
  });

  it("keeps a draft until it is sent or deleted", async () => {
    const Draft = z.object({ id: z.string(), message: z.object({ id: z.string() }) });
    const ids = async () => {
      const List = z.object({ drafts: z.array(z.object({ id: z.string() })) });
      return List.parse(await gmail.run("list_drafts", {})).drafts.map(({ id }) => id);
    };
    const draft = async (subject: string) =>
      Draft.parse(await gmail.run("create_draft", { to: teammate.email, subject, body: "Draft" }));
    const [kept, dropped] = [await draft("Keep"), await draft("Drop")];
    expect(await ids()).toEqual(expect.arrayContaining([kept.id, dropped.id]));
    await gmail.run("delete_draft", { draftId: dropped.id });
    const sent = Filed.parse(await gmail.run("send_draft", { draftId: kept.id }));
    expect(sent.labelIds).toContain("SENT");
    expect(await ids()).toEqual([]);
    await expect(gmail.run("delete_draft", { draftId: dropped.id })).rejects.toThrow("404");
  });

  it("labels, archives, trashes and brings back", async () => {
    const { id: label } = Filed.pick({ id: true }).parse(await gmail.run("create_label", { name: "Taxes/2026" }));
    expect(await gmail.run("list_labels", {})).toMatchObject({
      labels: expect.arrayContaining([{ id: label, name: "Taxes/2026", type: "user" }]),
    });
    const [id = "", other = ""] = await search("subject:1042 is:unread");
    const changed = Filed.parse(
      await gmail.run("modify_labels", { id, addLabelIds: [label], removeLabelIds: ["UNREAD", "INBOX"] }),
    );
    expect(changed.labelIds).toEqual([label]);
    await gmail.run("batch_modify_emails", { ids: [id, other], addLabelIds: ["STARRED"] });
    expect((await search("is:starred subject:invoice")).sort()).toEqual([id, other].sort());
    expect(Filed.parse(await gmail.run("trash_email", { id })).labelIds).toContain("TRASH");
    expect(await search(`label:${label}`)).toEqual([]);
    expect(Filed.parse(await gmail.run("untrash_email", { id })).labelIds).not.toContain("TRASH");
    expect(await search(`label:${label}`)).toEqual([id]);
  });

  it("sees nothing of another account, and nothing with a dead token", async () => {
    const other = await googleApp(emulators, "gmail", teammate.email);
    await expect(other.run("get_email", { id: "mail-1" })).rejects.toThrow("404");
    const { accessToken } = await emulators.mintToken("google", owner.email);
    const { origins } = emulators;
    const app = await emulatedApp({ slug: "gmail", origins, headers: { authorization: `Bearer ${accessToken}` } });
    await app.run("list_labels", {});
    emulators.forget("google", accessToken);
    await expect(app.run("list_labels", {})).rejects.toThrow("status 401");
  });

  it("tells nothing of an e-mail that it does not find, since Gmail may have changed its Message-ID", async () => {
    const mail = { to: teammate.email, subject: "x", body: "y" };
    expect(await gmail.lookUp("send_email", mail)).toEqual({ certain: false });
  });

  it("has run every action", () => {
    expect([...gmail.succeeded].sort()).toEqual([...gmail.actionIds].sort());
  });
});
