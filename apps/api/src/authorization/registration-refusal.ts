import { z } from "zod";
import { longestRedirect, mostRedirects } from "./client-limits.ts";
import { registrationError } from "./oauth-failure.ts";

const Registration = z.looseObject({});
const Redirects = z.array(z.string()).min(1);

/** Why a registration is not even handed to the library; null where it may be. */
export function registrationRefusal(body: string): Response | null {
  const parsed = Registration.safeParse(parseJson(body));
  if (!parsed.success) return registrationError("invalid_client_metadata", "The body has to be a JSON object.");
  const redirects = Redirects.safeParse(parsed.data.redirect_uris).data;
  if (!redirects) return registrationError("invalid_redirect_uri", "redirect_uris has to be a list of addresses.");
  if (redirects.length > mostRedirects)
    return registrationError(
      "invalid_redirect_uri",
      `${redirects.length} redirect URIs were given; a client may have ${mostRedirects}.`,
    );
  if (redirects.some(({ length }) => length > longestRedirect))
    return registrationError("invalid_redirect_uri", `A redirect URI may have ${longestRedirect} characters.`);
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The library's refusal, with the code that RFC 7591 section 3.2.2 has for redirect URIs; it calls every fault one of the metadata. */
export async function registrationAnswer(response: Response): Promise<Response> {
  if (response.ok) return response;
  const { error_description: why = "" } = z
    .object({ error_description: z.string().optional() })
    .catch({})
    .parse(await response.clone().json());
  return /redirect/i.test(why) ? registrationError("invalid_redirect_uri", why) : response;
}
