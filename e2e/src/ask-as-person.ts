import { DeviceList, KeyCreated } from "@clawlink/contract";
import type { APIResponse } from "playwright-core";
import type { Person } from "./person.ts";
import type { Product } from "./product.ts";
import { remember } from "./seen.ts";

/** Asks a browser-session endpoint, as a page of the person's would. */
export function askAsPerson(
  product: Product,
  { page }: Person,
  method: "GET" | "POST" | "PATCH",
  path: string,
  data?: object,
): Promise<APIResponse> {
  return page.request.fetch(product.webOrigin + path, { method, headers: { origin: product.webOrigin }, data });
}

/** Makes a key that may do everything; the raw key. */
export async function makeKey(product: Product, person: Person, name: string): Promise<string> {
  const { rawKey } = KeyCreated.parse(
    await (await askAsPerson(product, person, "POST", "/api/api-keys", { name })).json(),
  );
  await remember(product, "an agent key", rawKey);
  return rawKey;
}

/** The person's devices and keys. */
export async function listDevices(product: Product, person: Person) {
  return DeviceList.parse(await (await askAsPerson(product, person, "GET", "/api/devices")).json()).devices;
}
