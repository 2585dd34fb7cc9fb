import { describe, expect, it } from "vitest";
import { createCredentialStore } from "../src/store.ts";
import { describeKeyValue, memoryKeyValue } from "../src/testing/index.ts";

describeKeyValue("memory", () => memoryKeyValue());

describe("the credential store", () => {
  const address = { owner: "AccountOne", connectionId: 7, version: 1 };

  it("writes without looking first, at one key a version", async () => {
    const kv = memoryKeyValue();
    const store = createCredentialStore(kv);
    await store.write(address, "one");
    await store.write({ ...address, version: 2 }, "two");
    expect(kv.asked).toEqual(["put credential/AccountOne/7/1", "put credential/AccountOne/7/2"]);
    expect(await store.read(address)).toBe("one");
    expect(await store.read({ ...address, version: 2 })).toBe("two");
  });

  it("removes one version and leaves the others", async () => {
    const store = createCredentialStore(memoryKeyValue());
    await store.write(address, "one");
    await store.write({ ...address, version: 2 }, "two");
    await store.remove(address);
    expect(await store.read(address)).toBeNull();
    expect(await store.read({ ...address, version: 2 })).toBe("two");
  });

  it("lets a superseded version go after its grace period", async () => {
    let now = 0;
    const store = createCredentialStore(memoryKeyValue(() => now));
    await store.write(address, "one", 300);
    now = 299_999;
    expect(await store.read(address)).toBe("one");
    now = 300_000;
    expect(await store.read(address)).toBeNull();
  });

  it("cannot be led to another account's key by a slash in a name", async () => {
    const kv = memoryKeyValue();
    await createCredentialStore(kv).write({ ...address, owner: "a/7" }, "x");
    expect(kv.asked).toEqual(["put credential/a%2F7/7/1"]);
  });
});
