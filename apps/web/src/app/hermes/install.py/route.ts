import { platform } from "#platform/platform.ts";

/** People in the field pipe this address into python3: it has to be Python, and to say where to go instead. */
export function GET() {
  const { WEB_ORIGIN } = platform().environment;
  const steps = `Hermes is connected by a plugin. Its steps are at ${WEB_ORIGIN}/dashboard/install`;
  return new Response(`raise SystemExit(${JSON.stringify(steps)})\n`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
