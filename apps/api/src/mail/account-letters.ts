import type { AccountMail } from "@clawlink/contract";

/** One mail of an account, in words. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const ignore = "If this was not you, you need not do anything.";

function resetPassword(to: string, url: string, code: string): Letter {
  return {
    to,
    subject: "Choose a new password",
    text: `Somebody asked for a new password for your account. Choose it here:\n\n${url}#${code}\n\nIf the page asks for a code, it is ${code}\n\nBoth work once, for an hour. ${ignore}`,
  };
}

function passwordChanged(to: string, settings: string): Letter {
  return {
    to,
    subject: "Your password was changed",
    text: `Your password was changed with a link that was sent to this address, and every browser was signed out.\n\nIf this was not you, somebody reads your mail. Make that safe, choose another password, and look at your keys and ways to sign in:\n\n${settings}`,
  };
}

function confirm(to: string, url: string): Letter {
  return {
    to,
    subject: "Confirm your e-mail address",
    text: `Confirm that this is your address:\n\n${url}\n\nThe link works for an hour. ${ignore}`,
  };
}

function addressChanges(to: string, wanted: string, settings: string): Letter {
  return {
    to,
    subject: "Your e-mail address is about to change",
    text: `Somebody who is signed in as you asked for your account to have the address ${wanted}. It changes once that address is confirmed.\n\nIf this was not you, change your password and sign out everywhere:\n\n${settings}`,
  };
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
