import { randomToken } from "./random.ts";

const prefix = "cllk_live_";
const accountLength = 20;
/** 43 base62 characters carry 256 bits. */
const secretLength = 43;
const checksumLength = 6;
const pattern = new RegExp(
  `^${prefix}([0-9A-Za-z]{${accountLength}})([0-9A-Za-z]{${secretLength}})([0-9A-Za-z]{${checksumLength}})$`,
);

/** An account id: what a key names, and what users have as their id. */
export function newAccountId(): string {
  return randomToken(accountLength);
}

/** A fresh agent key for `accountId`: `cllk_live_` + account, 256-bit secret, checksum (CONTRACT.md section 2). */
export function newAgentKey(accountId: string): string {
  const body = accountId + randomToken(secretLength);
  return prefix + body + checksum(body);
}

/** The account an agent key names, or null when the text cannot be a key: no look-up is needed to refuse it. */
export function accountOfAgentKey(key: string): string | null {
  const match = pattern.exec(key);
  if (!match) return null;
  const [, account = "", secret = "", sum = ""] = match;
  return checksum(account + secret) === sum ? account : null;
}

const crcOf = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** CRC-32 (ISO 3309) in base 36: catches typing and truncation, proves nothing. */
function checksum(text: string): string {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1)
    crc = (crc >>> 8) ^ (crcOf[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0);
  return ((crc ^ 0xffffffff) >>> 0)
    .toString(36)
    .padStart(checksumLength + 1, "0")
    .slice(-checksumLength);
}
