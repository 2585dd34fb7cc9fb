import { APIError } from "better-auth/api";

/** How many characters a name has here, and an address anywhere (RFC 5321 section 4.5.3.1.3); our forms take no more. */
const longest = { name: 80, email: 254 } as const;

interface Facts {
  readonly name?: string;
  readonly email?: string;
  readonly image?: string | null;
}

/** What is kept of what somebody, or a provider, says of a person: pages show no pictures from elsewhere. Throws better-auth's `BAD_REQUEST`. */
export function fitPerson<T extends Facts>(person: T): T {
  if ((person.email?.length ?? 0) > longest.email)
    throw new APIError("BAD_REQUEST", { code: "INVALID_EMAIL", message: "This e-mail address is too long." });
  const name = person.name?.slice(0, longest.name).toWellFormed();
  return { ...person, ...(name !== undefined && { name }), ...(person.image && { image: null }) };
}
