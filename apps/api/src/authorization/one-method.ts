/**
 * The body of a token request without a `client_id` that its `Authorization: Basic` names as well. The library takes the two for two ways to
 * authenticate (RFC 6749 section 2.3 allows one); an id alone authenticates nobody, and MCP's Python SDK always sends it.
 */
export function oneMethod(body: string, authorization: string | null): string {
  const form = new URLSearchParams(body);
  const id = form.get("client_id");
  if (id === null || id !== basicName(authorization)) return body;
  form.delete("client_id");
  return form.toString();
}

/** The name in HTTP Basic credentials, form-encoded as OAuth has it (RFC 6749 section 2.3.1); null where there is none. */
function basicName(authorization: string | null): string | null {
  const encoded = /^Basic\s+([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return null;
  try {
    const [name = ""] = atob(encoded).split(":");
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return null;
  }
}
