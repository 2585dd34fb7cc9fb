"use client";

import type { AccessPolicy, Key } from "@clawlink/contract";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { httpExample } from "#keys/http-example.ts";
import { changeKey, createKey } from "#keys/key-actions.ts";
import { KeyDialog } from "#keys/key-dialog.tsx";
import { KeyList } from "#keys/key-list.tsx";
import type { PolicyChoices } from "#keys/policy-fields.tsx";
import { RawKey } from "#keys/raw-key.tsx";
import { RevokeDialog } from "#keys/revoke-dialog.tsx";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Icon } from "#ui/icon.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { devicesHead } from "./devices-head.ts";

type Dialog =
  | { readonly kind: "create" }
  | { readonly kind: "edit" | "revoke"; readonly apiKey: Key }
  | { readonly kind: "created"; readonly rawKey: string }
  | null;

interface Props {
  readonly keys: readonly Key[];
  readonly choices: PolicyChoices;
  /** What a new key may do until it is changed. */
  readonly first: AccessPolicy;
  readonly origin: string;
}

export function Devices({ keys, choices, first, origin }: Props) {
  const router = useRouter();
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  /** What is shown may be old: another tab, or the device itself, can have changed it meanwhile. */
  function done() {
    close();
    router.refresh();
  }
  return (
    <>
      <PageHead {...devicesHead}>
        <Button onClick={() => setDialog({ kind: "create" })}>
          <Icon name="plus" size={16} />
          Create key
        </Button>
      </PageHead>
      {keys.length === 0 && (
        <Empty
          icon="device"
          title="No agents yet"
          next={
            <ButtonLink href="/dashboard/install" variant="default">
              Install an agent
            </ButtonLink>
          }
        >
          An agent gets its key when you install it. For scripts and your own code, create a key here.
        </Empty>
      )}
      <KeyList
        keys={keys}
        onEdit={(apiKey) => setDialog({ kind: "edit", apiKey })}
        onRevoke={(apiKey) => setDialog({ kind: "revoke", apiKey })}
      />
      {dialog?.kind === "create" && (
        <KeyDialog
          title="Create key"
          submit="Create key"
          choices={choices}
          first={first}
          save={({ name, policy }) => createKey({ name, policy })}
          onSaved={({ rawKey }) => setDialog({ kind: "created", rawKey })}
          onClose={close}
        />
      )}
      {dialog?.kind === "created" && (
        <RawKey rawKey={dialog.rawKey} example={httpExample(origin, dialog.rawKey)} onClose={done} />
      )}
      {dialog?.kind === "edit" && (
        <KeyDialog
          title={
            <>
              Edit “<bdi>{dialog.apiKey.name}</bdi>”
            </>
          }
          submit="Save"
          of={dialog.apiKey}
          choices={choices}
          first={first}
          save={(input) => changeKey({ id: dialog.apiKey.id, was: dialog.apiKey, ...input })}
          onSaved={done}
          onClose={done}
        />
      )}
      {dialog?.kind === "revoke" && <RevokeDialog apiKey={dialog.apiKey} onClose={done} onRevoked={done} />}
    </>
  );
}
