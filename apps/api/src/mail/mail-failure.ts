/** A mail that was not taken: `kind` is what the provider calls it, never what it was about. */
export class MailFailure extends Error {
  override readonly name = "MailFailure";
  readonly kind: string;

  constructor(kind: string) {
    super(`A mail was not taken: ${kind}`);
    this.kind = kind;
  }
}
