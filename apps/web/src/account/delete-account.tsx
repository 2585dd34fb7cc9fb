"use client";

import type { AccountDeleted, Answer } from "@clawlink/contract";
import { Group } from "@mantine/core";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/section.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";

/** Whose account it is, and what the person has to be told and asked. */
export interface Leaving {
  readonly email: string;
  readonly hasPassword: boolean;
  /** There is no other account: whoever signs up next becomes the operator. */
  readonly alone: boolean;
  readonly remove: (input: { email: string; password: string }) => Promise<Answer<AccountDeleted>>;
}

/** The end of an account. */
export function DeleteAccount(props: Leaving) {
  const [opened, setOpened] = useState(false);
  return (
    <Section
      title="Delete account"
      about="Deletes your keys, connections, calls and sign-ins from this deployment, and revokes access at the apps."
    >
      <Group>
        <Button variant="default" color="red" onClick={() => setOpened(true)}>
          Delete my account
        </Button>
      </Group>
      {opened && <DeleteDialog {...props} onClose={() => setOpened(false)} />}
    </Section>
  );
}
