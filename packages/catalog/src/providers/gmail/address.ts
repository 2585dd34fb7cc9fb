import { UnsafeInput } from "@clawlink/provider-kit";
import { z } from "zod";
import { encodeWords } from "./encoded-words.ts";

const mailbox = String.raw`[A-Za-z0-9.!#$%&'*+/=?^_{|}~\`-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`;
const plain = new RegExp(`^${mailbox}$`);
const named = new RegExp(String.raw`^([^<>\r\n]*)<(${mailbox})>$`);

const Address = z
  .string()
  .trim()
  .max(400)
  .refine((text) => plain.test(text) || named.test(text), "Must be an e-mail address, or Name <address>.");

/** One recipient or several; each `a@example.com` or `Name <a@example.com>`. */
export function recipients(description: string) {
  return z.union([Address, z.array(Address).min(1).max(100)]).describe(description);
}

function encodeAddress(text: string): string {
  const match = named.exec(text);
  if (!match) {
    if (!plain.test(text)) throw new UnsafeInput("That is not an e-mail address.");
    return text;
  }
  const name = (match[1] ?? "").trim().replace(/^"(.*)"$/, "$1");
  if (name === "") return match[2] ?? "";
  const shown = /^[\x20-\x7e]*$/.test(name) ? `"${name.replace(/(["\\])/g, "\\$1")}"` : encodeWords(name);
  return `${shown} <${match[2]}>`;
}

/** An address list for a header (RFC 5322 section 3.4), one address a line. */
export function encodeAddresses(list: string | readonly string[]): string {
  return (typeof list === "string" ? [list] : list).map(encodeAddress).join(",\r\n ");
}
