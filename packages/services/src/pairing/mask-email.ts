/** An e-mail address that its owner recognises and nobody else learns: `ada@example.com` as `a••@e••.com`. */
export function maskEmail(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  const dot = domain.lastIndexOf(".");
  const ending = dot > 0 ? domain.slice(dot) : "";
  return `${name.slice(0, 1)}••@${domain.slice(0, 1)}••${ending}`;
}
