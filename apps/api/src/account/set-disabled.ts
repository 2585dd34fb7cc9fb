import { disableAccount, enableAccount } from "@clawlink/services/account/disable-account";
import type { Cell } from "./cell.ts";

/** Refuses the account's keys from now on and signs its person out, or lets both back in. Throws `conflict` for an operator. */
export async function setDisabled({ database, accountId, state }: Cell, disabled: boolean): Promise<void> {
  await (disabled ? disableAccount : enableAccount)(database, accountId);
  state.disabled = disabled;
}
