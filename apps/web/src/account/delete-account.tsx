"use client";

import type { AccountDeleted } from "@clawlink/contract";
import { useState } from "react";
import { Opener } from "../ui/opener.tsx";
import { Section } from "../ui/section.tsx";
import type { FormAction } from "../ui/use-form-mutation.ts";
import { DeleteDialog } from "./delete-dialog.tsx";

/** Whose account it is, and what the person has to be told and asked. */
export interface Leaving {
  readonly email: string;
  readonly hasPassword: boolean;
  /** There is no other account: whoever signs up next becomes the operator. */
  readonly alone: boolean;
  readonly remove: FormAction<AccountDeleted, string>;
}

/** The end of an account. `asked`: the page comes with the dialog open. */
export function DeleteAccount({ asked, ...props }: Leaving & { asked: boolean }) {
  const [opened, setOpened] = useState(asked);
  return (
    <Section
      title="Delete account"
      about="Deletes your keys, connections, calls and sign-ins from this deployment, and revokes access at the apps."
    >
      <Opener name="delete" value="1" variant="default" color="red" onOpen={() => setOpened(true)}>
        Delete my account
      </Opener>
      {opened && <DeleteDialog {...props} onClose={() => setOpened(false)} />}
    </Section>
  );
}
