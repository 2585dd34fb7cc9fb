import { describe, expect, it } from "vitest";
import { bodyLimit, readCappedBody } from "../../src/edge/read-capped-body.ts";

const url = "https://claw.example/api/api-keys";

/** A body that arrives in pieces and tells how many were asked for. */
function pieces(count: number, size: number) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === count) return controller.close();
      sent += 1;
      controller.enqueue(new Uint8Array(size));
    },
  });
  return { request: new Request(url, { method: "POST", body, ...{ duplex: "half" } }), sent: () => sent };
}

describe("readCappedBody", () => {
  it("reads a body of exactly the limit", async () => {
    const body = await readCappedBody(new Request(url, { method: "POST", body: new Uint8Array(bodyLimit) }));
    expect(body).toHaveLength(bodyLimit);
  });

  it("refuses by its declared length before reading anything", async () => {
    const headers = { "content-length": String(bodyLimit + 1) };
    expect(await readCappedBody(new Request(url, { method: "POST", headers, body: "x" }))).toBe("too_large");
  });

  it("stops reading an undeclared one as soon as it passes the limit", async () => {
    const { request, sent } = pieces(1000, bodyLimit / 4);
    expect(await readCappedBody(request)).toBe("too_large");
    expect(sent()).toBeLessThan(10);
  });

  it("tells no body from an empty one", async () => {
    expect(await readCappedBody(new Request(url))).toBeNull();
  });
});
