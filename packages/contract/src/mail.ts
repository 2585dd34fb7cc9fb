/**
 * A mail about an account that `clawlink` writes and sends for the pages; links lead to the pages. `to` is the account's address, or the
 * one it is to have.
 */
export type AccountMail =
  /** `code` is as good as a password for an hour: the link has it after `#`. */
  | { readonly kind: "reset_password"; readonly url: string; readonly code: string }
  | { readonly kind: "password_changed" }
  | { readonly kind: "confirm_email"; readonly to: string; readonly url: string };

/** How mail leaves: over Resend's API, by Cloudflare's Email Service, or, in development, to the log. */
export type MailWay = "resend" | "cloudflare" | "log";

/** How mail fares; moments are ISO 8601. */
export interface MailHealth {
  readonly from: string;
  readonly way: MailWay;
  readonly lastSentAt: string | null;
  readonly lastFailedAt: string | null;
  /** What kind of failure the last was, never an address or a text; null when there was none. */
  readonly lastError: string | null;
  /** How many are still to be sent. */
  readonly waiting: number;
}
