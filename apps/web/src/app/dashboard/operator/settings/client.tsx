"use client";

import type { Settings } from "@clawlink/contract";
import { Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { settingChoices } from "#operator/setting-choices.ts";
import { Button } from "#ui/button.tsx";
import { CopyField } from "#ui/copy-field.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { Moment } from "#ui/moment.tsx";
import { MutationButton } from "#ui/mutation-button.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/section.tsx";
import { useFormMutation } from "#ui/use-form-mutation.ts";
import { changeSettings, invite, uninvite } from "./actions.ts";

export function SettingsForm({ settings }: { settings: Settings }) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const { form, pending, fault, returned, sent } = useFormMutation(changeSettings, () => {
    setSaved(true);
    router.refresh();
  });
  return (
    <Section title="General">
      <form {...form}>
        <Stack gap="lg">
          {settingChoices.map(({ name, label, options }) => (
            <Radio.Group key={name} name={name} label={label} defaultValue={String(settings[name])}>
              <Stack gap="xs" mt="xs">
                {options.map(({ value, label: title, about }) => (
                  <Radio key={value} value={value} label={title} description={about} />
                ))}
              </Stack>
            </Radio.Group>
          ))}
          <FaultAlert fault={fault} />
          <div role="status">
            {(saved || sent !== null) && !pending && !fault && <Notice tone="green">Saved.</Notice>}
          </div>
          <Group>
            <Button type="submit" loading={pending} autoFocus={returned}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

interface Invitation {
  readonly id: string;
  readonly note: string | null;
  readonly expiresAt: string;
}

export function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const [made, setMade] = useState<string | null>(null);
  const { form, pending, fault, returned, sent } = useFormMutation(invite, ({ link }) => {
    setMade(link);
    element.current?.reset();
    router.refresh();
  });
  const link = made ?? sent?.link;
  return (
    <Section title="Invitations">
      <FaultAlert fault={fault} />
      <form ref={element} {...form}>
        <Group align="flex-end">
          <TextInput
            name="note"
            label="Who is it for?"
            description="Only shown in this list."
            maxLength={120}
            flex="1 1 200px"
          />
          <Button type="submit" loading={pending} autoFocus={returned}>
            Invite
          </Button>
        </Group>
      </form>
      {link && (
        <Stack gap="xs">
          <CopyField label="Invitation link" text={link} />
          <Text size="sm" c="dimmed">
            Send it yourself; it is not mailed, and not shown again. It works once, within seven days.
          </Text>
        </Stack>
      )}
      {invitations.length === 0 && (
        <Text size="sm" c="dimmed">
          No open invitations.
        </Text>
      )}
      <Stack component="ul" className="plain-list" gap="sm">
        {invitations.map(({ id, note, expiresAt }) => (
          <Group key={id} component="li" justify="space-between">
            <div>
              <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                <bdi>{note ?? "No name given"}</bdi>
              </Text>
              <Text size="sm" c="dimmed">
                Expires <Moment iso={expiresAt} />
              </Text>
            </div>
            <MutationButton action={uninvite} of={{ id }} color="red" label={`Withdraw ${note ?? "No name given"}`}>
              Withdraw
            </MutationButton>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
