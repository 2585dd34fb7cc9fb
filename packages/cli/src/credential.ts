import { createHash, timingSafeEqual } from "node:crypto";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { accountOfAgentKey } from "@clawlink/contract";
import { z } from "zod";
import { parseBaseUrl, publicBaseUrl } from "./base-url.ts";
import { CliError } from "./cli-error.ts";
import { configFolder } from "./config-folder.ts";
import { writeFileAtomically } from "./write-file.ts";

/** A key, and the one ClawLink it may be sent to. */
export interface Credential {
  readonly baseUrl: string;
  readonly apiKey: string;
}

const Saved = z.object({ baseUrl: z.string(), apiKey: z.string(), check: z.string() });

/** Where the key of this machine is kept. */
export const credentialFile = (): string => join(configFolder(), "credential.json");

/** Binds key and address: a file in which one of them was changed is not used. */
const checkOf = ({ baseUrl, apiKey }: Credential): string =>
  createHash("sha256").update(`clawlink credential\n${baseUrl}\n${apiKey}`).digest("hex");

/** Keeps the key for this person alone. */
export async function saveCredential(credential: Credential): Promise<void> {
  const saved = { baseUrl: credential.baseUrl, apiKey: credential.apiKey, check: checkOf(credential) };
  await rm(credentialFile(), { force: true });
  await writeFileAtomically(credentialFile(), `${JSON.stringify(saved, null, 2)}\n`);
}

/** Forgets the key of this machine. */
export async function removeCredential(): Promise<void> {
  await rm(credentialFile(), { force: true });
}

/** The saved key, or null. Throws `signedOut` when the file is open to others, broken, or was changed by something else. */
export async function savedCredential(): Promise<Credential | null> {
  const facts = await stat(credentialFile()).catch(() => null);
  if (!facts) return null;
  if (!facts.isFile()) throw unusable("is not a file");
  if (process.platform !== "win32" && (facts.mode & 0o077) !== 0) throw unusable("can be read or changed by others");
  const saved = Saved.safeParse(parseJson(await readFile(credentialFile(), "utf8")));
  if (!saved.success) throw unusable("is broken");
  const { check, ...credential } = saved.data;
  const [given, wanted] = [Buffer.from(check), Buffer.from(checkOf(credential))];
  const unchanged = given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!unchanged || !accountOfAgentKey(credential.apiKey)) throw unusable("was changed by something else");
  return credential;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const unusable = (how: string) =>
  new CliError("signedOut", `${credentialFile()} ${how}, so it is not used. Remove it, then run: clawlink login`);

/** The key to call with: `CLAWLINK_API_KEY`, else the saved one, which goes to no other ClawLink than its own. Throws `signedOut`. */
export async function requireCredential(): Promise<Credential> {
  const { CLAWLINK_API_KEY: apiKey, CLAWLINK_BASE_URL: given } = process.env;
  const wanted = given ? parseBaseUrl(given) : null;
  if (apiKey) return { apiKey, baseUrl: wanted ?? publicBaseUrl };
  const saved = await savedCredential();
  if (!saved) throw new CliError("signedOut", "This machine is not paired with ClawLink. Run: clawlink login");
  if (wanted && wanted !== saved.baseUrl)
    throw new CliError(
      "signedOut",
      `This machine is paired with ${saved.baseUrl}, and CLAWLINK_BASE_URL is ${wanted}. Run: clawlink login --base-url ${wanted}`,
    );
  return saved;
}
