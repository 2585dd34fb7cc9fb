import { sha256Hex } from "@clawlink/contract";
import { z } from "zod";

/** How long a refresh token that was exchanged yields the same answer again, in milliseconds: clients race, and answers get lost. */
const graceMs = 45_000;
/** How long an exchanged token is remembered, in milliseconds: as long as a grant lives without being used. */
const rememberedMs = 30 * 24 * 3_600_000;

const Row = z.object({ grant_id: z.string(), request_hash: z.string(), answer: z.string().nullable(), at: z.number() });

/** What a refresh token that comes in means. */
export type Presented =
  | { readonly kind: "unseen" }
  /** Exchanged moments ago by this very request: here is what it got. */
  | { readonly kind: "again"; readonly answer: string }
  /** Exchanged moments ago, by another request. */
  | { readonly kind: "taken" }
  /** Exchanged long ago: somebody has a copy. */
  | { readonly kind: "reused"; readonly grantId: string };

/** Refresh tokens that were exchanged: hashed, their answers sealed with a key that only the token itself yields. */
export class Rotations {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "create table if not exists oauth_rotations (token_hash text primary key, grant_id text not null, request_hash text not null, answer text, at integer not null)",
    );
  }

  /** What `token` means in `request`, the text that tells one client's request from another's. */
  async present(token: string, request: string, now: number): Promise<Presented> {
    const [found] = this.#sql
      .exec(
        "select grant_id, request_hash, answer, at from oauth_rotations where token_hash = ?",
        await sha256Hex(token),
      )
      .toArray();
    if (!found) return { kind: "unseen" };
    const row = Row.parse(found);
    if (now - row.at > graceMs) return { kind: "reused", grantId: row.grant_id };
    if (row.answer === null || row.request_hash !== (await sha256Hex(request))) return { kind: "taken" };
    return { kind: "again", answer: await unseal(token, row.answer) };
  }

  /** Keeps the answer that `token` was exchanged for. */
  async keep(token: string, grantId: string, request: string, answer: string, now: number): Promise<void> {
    const sealed = await seal(token, answer);
    const [tokenHash, requestHash] = [await sha256Hex(token), await sha256Hex(request)];
    this.#sql.exec(
      "insert or replace into oauth_rotations values (?, ?, ?, ?, ?)",
      tokenHash,
      grantId,
      requestHash,
      sealed,
      now,
    );
  }

  forget(grantId: string): void {
    this.#sql.exec("delete from oauth_rotations where grant_id = ?", grantId);
  }

  prune(now: number): void {
    this.#sql.exec("update oauth_rotations set answer = null where at <= ?", now - graceMs);
    this.#sql.exec("delete from oauth_rotations where at <= ?", now - rememberedMs);
  }
}

async function keyFrom(token: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey("raw", new TextEncoder().encode(token), "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("clawlink refresh answer");
  const salt = new Uint8Array();
  return crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt, info },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** A token seals one answer, once, under a key of its own (RFC 5869); the nonce can be constant. */
const nonce = new Uint8Array(12);

async function seal(token: string, answer: string): Promise<string> {
  const text = new TextEncoder().encode(answer);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, await keyFrom(token), text);
  return btoa(String.fromCharCode(...new Uint8Array(sealed)));
}

async function unseal(token: string, sealed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(
    await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, await keyFrom(token), bytes),
  );
}
