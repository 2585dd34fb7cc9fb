import { createSecrets, type Emulators, owner, startEmulators, teammate } from "@clawlink/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type EmulatedApp, emulatedApp } from "./emulated-app.ts";

let emulators: Emulators;
let slack: EmulatedApp;
beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin: "http://127.0.0.1:41390", secrets: createSecrets() });
  slack = await signedIn();
});
afterAll(() => emulators.close());

const withToken = (token: string, withoutLookup: readonly string[] = []) =>
  emulatedApp({
    slug: "slack",
    origins: emulators.origins,
    headers: { authorization: `Bearer ${token}` },
    withoutLookup,
  });

/** The app with exactly these scopes; all that it asks for when left out. */
async function signedIn(...scopes: string[]): Promise<EmulatedApp> {
  const { provider } = await withToken("");
  const asked = provider.auth.kind === "oauth2" ? Object.keys(provider.auth.scopes) : [];
  const { accessToken } = await emulators.mintToken("slack", owner.login, (scopes.length ? scopes : asked).join(","));
  return await withToken(accessToken);
}

const Channel = z.looseObject({ id: z.string(), name: z.string() });
const Channels = z.object({ channels: z.array(Channel), next_cursor: z.string().nullable() });
const Posted = z.object({ channel: z.string(), ts: z.string() });
const Person = z.looseObject({ id: z.string() });
const Messages = z.object({ messages: z.array(z.looseObject({ ts: z.string(), text: z.string() })) });

async function channelNamed(name: string): Promise<string> {
  const { channels } = Channels.parse(await slack.run("list_channels", { limit: 200 }));
  const found = channels.find((channel) => channel.name === name);
  if (!found) throw new Error(`No channel "${name}".`);
  return found.id;
}
const history = async (channel: string) =>
  Messages.parse(await slack.run("get_channel_history", { channel, limit: 50 })).messages;

describe("slack on the emulator", () => {
  it("knows the workspace and whose token it is", async () => {
    const { label, accountId } = await slack.identity();
    expect(label).toBe("Example Workspace / clawlink");
    expect(accountId).toMatch(/^T\w+-U\w+$/);
  });

  it("pages through the channels it may see, and sees no private one it is not in", async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page = Channels.parse(await slack.run("list_channels", { limit: 1, ...(cursor && { cursor }) }));
      names.push(...page.channels.map(({ name }) => name));
      cursor = page.next_cursor;
    } while (cursor);
    expect(names.sort()).toEqual(["general", "planning", "random", "support"]);
  });

  it("writes a message, links to it, changes it and takes it back", async () => {
    const channel = await channelNamed("planning");
    const text = "Größe < 5 & > 3: 100 %\n*fett* 🎉";
    const { ts } = Posted.parse(await slack.run("send_message", { channel, text }));
    expect((await history(channel))[0]).toMatchObject({ ts, text });
    expect(await slack.run("get_permalink", { channel, ts })).toMatchObject({
      permalink: expect.stringContaining(channel),
    });
    await slack.run("update_message", { channel, ts, text: "Corrected." });
    expect((await history(channel))[0]).toMatchObject({ ts, text: "Corrected." });
    await slack.run("delete_message", { channel, ts });
    expect((await history(channel)).some((message) => message.ts === ts)).toBe(false);
    await expect(slack.run("delete_message", { channel, ts })).rejects.toThrow("provider_rejected: message_not_found");
  });

  it("answers in a thread and reacts", async () => {
    const channel = await channelNamed("support");
    const { ts } = Posted.parse(await slack.run("send_message", { channel, text: "Who can help?" }));
    const reply = Posted.parse(await slack.run("reply_in_thread", { channel, thread_ts: ts, text: "I can." }));
    await slack.run("add_reaction", { channel, ts, emoji: "eyes" });
    const thread = Messages.parse(await slack.run("get_thread_replies", { channel, ts })).messages;
    expect(thread).toMatchObject([
      { ts, reply_count: 1, reactions: [{ name: "eyes", count: 1 }] },
      { ts: reply.ts, thread_ts: ts, text: "I can." },
    ]);
    expect((await history(channel)).map((message) => message.ts)).not.toContain(reply.ts);
    await expect(slack.run("add_reaction", { channel, ts, emoji: "eyes" })).rejects.toThrow("already_reacted");
  });

  it("finds people and writes to them alone", async () => {
    const mate = Person.parse(await slack.run("find_user_by_email", { email: teammate.email }));
    expect(mate).toMatchObject({ name: teammate.login, real_name: teammate.name, email: teammate.email });
    const { users } = z.object({ users: z.array(Person) }).parse(await slack.run("list_users", { limit: 200 }));
    expect(users).toContainEqual(mate);
    const { accessToken } = await emulators.mintToken("slack", owner.login, "chat:write,im:write");
    const writer = await withToken(accessToken, ["send_message"]);
    const sent = Posted.parse(await writer.run("send_message", { channel: mate.id, text: "Only for you." }));
    expect(sent.channel).toMatch(/^D/);
    expect((await history(sent.channel))[0]).toMatchObject({ text: "Only for you." });
    await expect(slack.run("find_user_by_email", { email: "nobody@example.org" })).rejects.toThrow("users_not_found");
  });

  it("makes a channel, invites into it, and joins another", async () => {
    const { id } = Channel.parse(await slack.run("create_channel", { name: "release-party" }));
    const mate = Person.parse(await slack.run("find_user_by_email", { email: teammate.email }));
    const invited = await slack.run("invite_to_channel", { channel: id, users: [mate.id] });
    expect(invited).toMatchObject({ id, name: "release-party", num_members: 2 });
    await expect(slack.run("create_channel", { name: "release-party" })).rejects.toThrow("name_taken");
    const support = await channelNamed("support");
    expect(await slack.run("join_channel", { channel: support })).toMatchObject({ id: support, is_member: true });
  });

  it("schedules for later and not for earlier", async () => {
    const channel = await channelNamed("planning");
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const later = at(60);
    const scheduled = await slack.run("schedule_message", { channel, text: "Later.", post_at: later });
    expect(scheduled).toMatchObject({ channel, post_at: Math.floor(Date.parse(later) / 1000) });
    const early = slack.run("schedule_message", { channel, text: "Earlier.", post_at: at(-60) });
    await expect(early).rejects.toThrow("provider_rejected: time_in_past");
  });

  it("names the scope that is missing, for every action that needs one", async () => {
    const channel = await channelNamed("planning");
    const inputs: Readonly<Record<string, unknown>> = {
      send_message: { channel, text: "Hi" },
      list_channels: {},
      get_channel_history: { channel },
      create_channel: { name: "not-allowed" },
      join_channel: { channel },
      list_users: {},
      find_user_by_email: { email: owner.email },
    };
    const bare = await signedIn("team:read");
    for (const [action, input] of Object.entries(inputs))
      await expect(bare.run(action, input), action).rejects.toThrow("needs_scope_upgrade: missing_scope");
  });

  it("asks to sign in again once the token is revoked", async () => {
    const { accessToken } = await emulators.mintToken("slack", owner.login, "users:read");
    const app = await withToken(accessToken);
    await app.run("list_users", {});
    emulators.forget("slack", accessToken);
    await expect(app.run("list_users", {})).rejects.toThrow("needs_reauth: invalid_auth");
  });

  it("is sure that a message and a reply nobody wrote are not there, and asks nothing for a person", async () => {
    const nothing = { certain: true, output: null };
    const channel = await channelNamed("planning");
    const { ts } = Posted.parse(await slack.run("send_message", { channel, text: "A thread" }));
    expect(await slack.lookUp("send_message", { channel, text: "x" })).toEqual(nothing);
    expect(await slack.lookUp("reply_in_thread", { channel, thread_ts: ts, text: "x" })).toEqual(nothing);
    await expect(slack.lookUp("send_message", { channel: "U0123456789", text: "x" })).rejects.toThrow(
      "channel_not_found",
    );
  });

  it("has run every action", () => {
    expect([...slack.succeeded].sort()).toEqual([...slack.actionIds].sort());
  });
});
