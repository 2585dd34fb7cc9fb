import type { AccountMail } from "@clawlink/contract";
import { letterText } from "@clawlink/services/mail/letter-text";

/** One mail of an account, in words. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const ignore = "If this was not you, you need not do anything.";
const because = "You get this mail because you have an account at";

function resetPassword(to: string, url: string, code: string): Letter {
  const text = letterText({
    before: "Somebody asked for a new password for your account.",
    act: ["Choose a new password", `${url}#${code}`],
    after: `If the page asks for a code, it is ${code}\n\nLink and code work once, for an hour. ${ignore}`,
    because,
  });
  return { to, subject: "Choose a new password", text };
}

function passwordChanged(to: string, settings: string): Letter {
  const text = letterText({
    before:
      "Your password was changed with a link that was sent to this address, and every browser was signed out. If this was you, all is well.\n\nIf it was not, somebody reads your mail. Make that safe first, then choose another password and look at your keys and ways to sign in.",
    act: ["Open your settings", settings],
    because,
  });
  return { to, subject: "Your password was changed", text };
}

function confirm(to: string, url: string): Letter {
  const text = letterText({
    before: "Confirm that this is your address.",
    act: ["Confirm the address", url],
    after: `The link works for an hour. ${ignore}`,
    because: "You get this mail because this address was given at",
  });
  return { to, subject: "Confirm your e-mail address", text };
}

function addressChanges(to: string, wanted: string, settings: string): Letter {
  const text = letterText({
    before: `Somebody who is signed in as you asked for your account to have the address ${wanted}. It changes once that address is confirmed. If this was you, all is well.\n\nIf it was not, change your password and sign out everywhere.`,
    act: ["Open your settings", settings],
    because,
  });
  return { to, subject: "Your e-mail address is about to change", text };
}

/** The mails to be written to somebody whose account has `address`; under `settings` they change it. */
export function accountLetters(mail: AccountMail, address: string, settings: string): readonly Letter[] {
  switch (mail.kind) {
    case "reset_password":
      return [resetPassword(address, mail.url, mail.code)];
    case "password_changed":
      return [passwordChanged(address, settings)];
    case "confirm_email":
      return mail.to === address
        ? [confirm(address, mail.url)]
        : [addressChanges(address, mail.to, settings), confirm(mail.to, mail.url)];
  }
}
