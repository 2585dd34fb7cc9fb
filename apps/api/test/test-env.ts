import type { applyD1Migrations } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Bindings } from "../src/environment.ts";
import type { EmailBinding } from "../src/mail/mail-settings.ts";

interface TestBindings extends Bindings {
  readonly TEST_MIGRATIONS: Parameters<typeof applyD1Migrations>[1];
  readonly TEST_KEYS: string;
  readonly TEST_URLS: string;
  /** With billing on alone: where the emulated Polar is, and what it sells. */
  readonly TEST_POLAR: string;
  /** Cloudflare's `send_email`, as it is simulated in development. */
  readonly TEST_EMAIL: EmailBinding;
  readonly TEST_OLDER_PUBLIC_KEY: string;
}

const given: unknown = env;

/** The bindings of vitest.config.ts; the platform types `env` by generated declarations this project does without. */
export const testEnv = given as TestBindings;
