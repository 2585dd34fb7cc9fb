import type { Environment } from "../environment.ts";

/** A message to a person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** How mail leaves: in development it is written to the log; a deployment has no way yet, and the dashboard says the same. */
export async function sendMail({ ENVIRONMENT }: Pick<Environment, "ENVIRONMENT">, mail: Mail): Promise<void> {
  if (ENVIRONMENT === "development") console.log("mail", JSON.stringify(mail));
}
