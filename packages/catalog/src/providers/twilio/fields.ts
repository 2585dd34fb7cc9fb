import { z } from "zod";

/** A phone number as Twilio wants it (ITU-T E.164). */
export const phoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, "Write it as +, country code and number, such as +15551234567.");

/** A phone number, or one reached by WhatsApp. */
export const messageAddress = z
  .string()
  .regex(/^(whatsapp:)?\+[1-9]\d{6,14}$/, "Write it as +15551234567, or whatsapp:+15551234567.");

/** A SID: two letters that tell the kind, and 32 hexadecimal digits. */
export function sid(...prefixes: readonly string[]) {
  return z
    .string()
    .regex(
      new RegExp(`^(${prefixes.join("|")})[0-9a-fA-F]{32}$`),
      `Begins with ${prefixes.join(" or ")}, then 32 hex digits.`,
    );
}
