import { CliError } from "../cli-error.ts";
import { removeCredential, savedCredential } from "../credential.ts";
import { revokeKey } from "../revoke-key.ts";
import { type AddCommand, outputOf } from "./command.ts";

/** `clawlink logout`: revokes this machine's key and forgets it. */
export const addLogout: AddCommand = (program) => {
  program
    .command("logout")
    .description("revoke this machine's key and forget it")
    .action(async (_options, command) => {
      const saved = await savedCredential().catch((error: unknown) => {
        if (error instanceof CliError) return undefined;
        throw error;
      });
      const revoked = saved ? await revokeKey(saved) : saved === null;
      await removeCredential();
      const text = revoked
        ? "This machine is not paired any more."
        : "The key is forgotten here, but ClawLink could not be told. Revoke it under Devices in the dashboard.";
      outputOf(command).answer(text, { status: "signed_out", revoked });
    });
};
