import { generateCodeVerifier, generateState } from "arctic";

/** A single-use `state` and a PKCE verifier (RFC 7636 section 4.1), 256 bits of randomness each. */
export function newAuthorization(): { state: string; verifier: string } {
  return { state: generateState(), verifier: generateCodeVerifier() };
}
