import { describe, expect, it } from "vitest";
import { encodeRequest, type ProviderRequest, UnsafeInput } from "../src/index.ts";

const provider = { baseUrl: "https://api.example.com/v1", headers: { "X-Version": "3" } };
const encode = (request: Partial<ProviderRequest>) =>
  encodeRequest(provider, { method: "POST", path: "/x", ...request });
const text = (body: string | Uint8Array | null) =>
  typeof body === "string" ? body : body === null ? null : new TextDecoder().decode(body);

describe("the URL", () => {
  it("is below baseUrl, or whole when the action says so", () => {
    expect(encode({ path: "/a/b" }).url.href).toBe("https://api.example.com/v1/a/b");
    expect(encode({ path: "https://up.example.com/z" }).url.href).toBe("https://up.example.com/z");
  });

  it("repeats lists, leaves out null and undefined, keeps false and 0", () => {
    const query = { a: ["1", 2], b: undefined, c: null, d: false, e: 0, f: "ä&=" };
    expect(encode({ query }).url.search).toBe("?a=1&a=2&d=false&e=0&f=%C3%A4%26%3D");
  });

  it("cannot be led to another host by a path", () => {
    expect(encode({ path: "//evil.example/x" }).url.hostname).toBe("api.example.com");
    expect(() => encode({ path: "@evil.example/x" })).toThrow(UnsafeInput);
    expect(() => encode({ path: ".evil.example/x" })).toThrow(UnsafeInput);
    expect(() => encode({ path: "http://evil.example/x" })).toThrow(UnsafeInput);
  });
});

describe("headers", () => {
  it("are lower-case, the request's over the provider's", () => {
    const { headers } = encode({ headers: { "x-version": "4", Accept: "text/plain" } });
    expect(headers).toMatchObject({ "x-version": "4", accept: "text/plain", "user-agent": "ClawLink/1" });
  });

  it("refuse line breaks in values and odd characters in names", () => {
    expect(() => encode({ headers: { a: "b\r\nc: d" } })).toThrow(UnsafeInput);
    expect(() => encode({ headers: { "a\r\nb": "c" } })).toThrow(UnsafeInput);
    expect(() => encode({ headers: { a: "Zoë €" } })).toThrow(UnsafeInput);
  });
});

describe("bodies", () => {
  it("sends JSON", () => {
    const sent = encode({ body: { json: { a: [1, null], b: undefined } } });
    expect(sent.headers["content-type"]).toBe("application/json");
    expect(sent.body).toBe('{"a":[1,null]}');
  });

  it("nests forms with brackets", () => {
    const sent = encode({
      body: { form: { a: { b: 1, c: { d: "x y" } }, e: ["p", { q: true }], f: null, g: undefined } },
    });
    expect(sent.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(decodeURIComponent(text(sent.body) ?? "")).toBe("a[b]=1&a[c][d]=x+y&e[0]=p&e[1][q]=true");
  });

  it("sends no body and no content type when there is none", () => {
    const sent = encode({ method: "GET" });
    expect(sent.body).toBeNull();
    expect(sent.headers).not.toHaveProperty("content-type");
  });

  it("writes multipart/related without dispositions, bytes untouched", () => {
    const bytes = Uint8Array.from([0, 255, 13, 10, 7]);
    const parts = [
      { contentType: "application/json", content: "{}" },
      { contentType: "image/png", content: bytes },
    ];
    const sent = encode({ body: { multipart: parts, subtype: "related" } });
    expect(sent.headers["content-type"]).toBe("multipart/related; boundary=clawlink-part-0");
    const raw = sent.body instanceof Uint8Array ? Array.from(sent.body) : [];
    expect(raw.map((code) => String.fromCharCode(code)).join("")).toBe(
      "--clawlink-part-0\r\nContent-Type: application/json\r\n\r\n{}\r\n" +
        "--clawlink-part-0\r\nContent-Type: image/png\r\n\r\n\u0000\u00ff\r\n\u0007\r\n--clawlink-part-0--\r\n",
    );
  });

  it("names form-data parts and keeps quotes and line breaks from closing them", async () => {
    const part = { name: "file", filename: 'a".txt', contentType: "text/plain", content: "hi" };
    const sent = encode({ body: { multipart: [part], subtype: "form-data" } });
    expect(text(sent.body)).toContain('name="file"; filename="a%22.txt"');
    const form = await new Response(text(sent.body), { headers: { ...sent.headers } }).formData();
    expect(form.get("file")).toBeInstanceOf(File);
    const bad = { ...part, filename: "a\r\nb" };
    expect(() => encode({ body: { multipart: [bad], subtype: "form-data" } })).toThrow(UnsafeInput);
  });

  it("picks a boundary no part contains, the same one each time", () => {
    const content = "\r\n--clawlink-part-0--\r\nclawlink-part-1";
    const once = () => encode({ body: { multipart: [{ contentType: "text/plain", content }], subtype: "related" } });
    expect(once().headers["content-type"]).toBe("multipart/related; boundary=clawlink-part-2");
    expect(once()).toEqual(once());
  });
});
