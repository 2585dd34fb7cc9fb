import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type MessageAddress, SideMessages } from "../src/account/side-messages.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const at = (about: MessageAddress["about"], id: string): MessageAddress => ({
  about,
  keyHash: "k",
  sessionId: "s",
  id,
});

it("a question that nobody answers is over after five minutes, and cannot be answered any more", async () => {
  const messages = new SideMessages();
  messages.expect(at("question", "q"));
  const taken = messages.take(at("question", "q"));
  await vi.advanceTimersByTimeAsync(299_000);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await taken).toBeNull();
  expect(messages.put(at("question", "q"), "accept")).toBe(false);
  expect(await messages.take(at("question", "q"))).toBeNull();
  expect(vi.getTimerCount()).toBe(0);
});

it("an answer that comes before its call waits for it is kept until it does", async () => {
  const messages = new SideMessages();
  messages.expect(at("question", "q"));
  expect(messages.put(at("question", "q"), "accept")).toBe(true);
  expect(messages.put(at("question", "q"), "decline")).toBe(false);
  expect(await messages.take(at("question", "q"))).toBe("accept");
  expect(vi.getTimerCount()).toBe(0);
});

it("a cancellation of a call that never listens is forgotten after ten seconds", async () => {
  const messages = new SideMessages();
  messages.put(at("call", "1"), "cancelled");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(vi.getTimerCount()).toBe(0);
  const taken = messages.take(at("call", "1"));
  messages.drop(at("call", "1"));
  expect(await taken).toBeNull();
});

it("cancellations are bounded, and take no room from questions", () => {
  const messages = new SideMessages();
  const put = (id: number) => messages.put(at("call", String(id)), "cancelled");
  expect(Array.from({ length: 1_000 }, (_, id) => put(id)).every(Boolean)).toBe(true);
  expect(put(1_000)).toBe(false);
  expect(vi.getTimerCount()).toBe(1_000);
  expect(messages.expect(at("question", "q"))).toBe(true);
});
