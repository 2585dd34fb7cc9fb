"use client";

import type { AccessPolicy } from "@clawlink/contract";
import { MultiSelect, NativeSelect, Radio, Stack } from "@mantine/core";
import { Notice } from "../ui/notice.tsx";
import { policySentence } from "./policy-sentence.ts";
import { confirmationChoices, effectChoices } from "./policy-words.ts";
import { useAccounts } from "./use-accounts.ts";

/** So many accounts are offered at once. */
const mostOffered = 100;

/** What a policy can be limited to. */
export interface PolicyChoices {
  /** The app whose accounts alone can be chosen, or null. */
  readonly app: string | null;
  readonly apps: readonly { readonly value: string; readonly label: string }[];
  readonly connections: readonly { readonly value: string; readonly label: string }[];
  /** There are more accounts than these: the others are found by a search. */
  readonly more: boolean;
}

interface Props {
  readonly policy: AccessPolicy;
  readonly choices: PolicyChoices;
  readonly onChange: (policy: AccessPolicy) => void;
}

/** What a key may do, to be changed. Choosing nothing means no limit. */
export function PolicyFields({ policy, choices, onChange }: Props) {
  const { accounts, search } = useAccounts(choices, policy.connections ?? []);
  return (
    <Stack>
      <NativeSelect
        label="What it may do"
        value={policy.maxEffect}
        data={effectChoices.map((choice) => ({ ...choice }))}
        onChange={({ currentTarget }) => {
          const chosen = effectChoices.find(({ value }) => value === currentTarget.value);
          if (chosen) onChange({ ...policy, maxEffect: chosen.value });
        }}
      />
      {choices.apps.length > 0 && (
        <MultiSelect
          label="Apps"
          placeholder={policy.apps?.length ? undefined : "All apps"}
          data={choices.apps}
          value={policy.apps ?? []}
          onChange={(apps) => onChange({ ...policy, apps: apps.length > 0 ? apps : null })}
          searchable
          clearable
          nothingFoundMessage="No such app"
        />
      )}
      {choices.connections.length > 0 && (
        <MultiSelect
          label="Accounts"
          description={choices.more ? "Type part of a name to find more." : undefined}
          placeholder={policy.connections?.length ? undefined : "All accounts"}
          data={accounts}
          limit={mostOffered}
          onSearchChange={search}
          value={(policy.connections ?? []).map(String)}
          onChange={(ids) => onChange({ ...policy, connections: ids.length > 0 ? ids.map(Number) : null })}
          searchable
          clearable
        />
      )}
      <Radio.Group
        label="Who confirms writes"
        value={policy.confirmation}
        onChange={(confirmation) => {
          const chosen = confirmationChoices.find(({ value }) => value === confirmation);
          if (chosen) onChange({ ...policy, confirmation: chosen.value });
        }}
      >
        <Stack gap="xs" mt={4}>
          {confirmationChoices.map(({ value, label, about }) => (
            <Radio key={value} value={value} label={label} description={about} />
          ))}
        </Stack>
      </Radio.Group>
      <Notice>
        <p aria-live="polite">{policySentence(policy, { ...choices, connections: accounts })}</p>
      </Notice>
    </Stack>
  );
}
