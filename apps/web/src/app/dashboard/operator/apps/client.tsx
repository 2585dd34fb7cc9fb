"use client";

import type { OAuthClientStatus } from "@clawlink/contract";
import { Anchor, Code, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { CopyField } from "#ui/copy-field.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Dismiss } from "#ui/dismiss.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { Hidden } from "#ui/hidden.tsx";
import { MutationButton } from "#ui/mutation-button.tsx";
import { Opener } from "#ui/opener.tsx";
import { useFormMutation } from "#ui/use-form-mutation.ts";
import { deleteClient, saveClient } from "./actions.ts";

interface ClientView extends OAuthClientStatus {
  readonly registrationUrl: string | null;
}

const sources = {
  environment: { text: "From the environment", tone: "green" },
  dashboard: { text: "Saved here", tone: "green" },
} as const;

interface Props {
  readonly clients: readonly ClientView[];
  /** The client whose dialog the page comes with. */
  readonly editing: string | undefined;
}

export function OAuthClients({ clients, editing }: Props) {
  return (
    <Stack>
      {clients.map((client) => (
        <ClientCard key={client.client} view={client} asked={client.client === editing} />
      ))}
    </Stack>
  );
}

function ClientCard({ view, asked }: { view: ClientView; asked: boolean }) {
  const changeable = view.source !== "environment";
  const [editing, setEditing] = useState(asked && changeable);
  const source = view.source ? sources[view.source] : { text: "Not set up", tone: "yellow" as const };
  const redirects = view.apps.map(({ redirectUri }) => redirectUri).join("\n");
  return (
    <Paper withBorder p={{ base: "md", xs: "lg" }} component="section" aria-label={view.client}>
      <Stack>
        <Group justify="space-between">
          <Title order={2} size="h4">
            {view.apps.map(({ name }) => name).join(", ")}
          </Title>
          <Badge tone={source.tone}>{source.text}</Badge>
        </Group>
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          Client <Code>{view.client}</Code>
          {view.clientId && (
            <>
              {" "}
              · ID <Code>{view.clientId}</Code>
            </>
          )}
        </Text>
        <CopyField label={view.apps.length === 1 ? "Redirect URL" : "Redirect URLs"} text={redirects} />
        <Group>
          {changeable && (
            <Opener
              name="edit"
              value={view.client}
              variant={view.source ? "default" : "light"}
              label={`${view.source ? "Replace" : "Set up"} ${view.client}`}
              onOpen={() => setEditing(true)}
            >
              {view.source ? "Replace" : "Set up"}
            </Opener>
          )}
          {view.source === "dashboard" && (
            <MutationButton
              action={deleteClient}
              of={{ client: view.client }}
              color="red"
              label={`Forget ${view.client}`}
            >
              Forget
            </MutationButton>
          )}
          {view.registrationUrl && (
            <Anchor href={view.registrationUrl} target="_blank" rel="noreferrer" size="sm">
              Open the provider’s console
            </Anchor>
          )}
        </Group>
      </Stack>
      {editing && <ClientDialog view={view} onClose={() => setEditing(false)} />}
    </Paper>
  );
}

function ClientDialog({ view, onClose }: { view: ClientView; onClose: () => void }) {
  const router = useRouter();
  const { form, pending, fault, returned, kept } = useFormMutation(saveClient, () => {
    router.refresh();
    onClose();
  });
  return (
    <Dialog onClose={onClose} title={`OAuth client “${view.client}”`}>
      <form {...form} autoComplete="off">
        <Stack>
          <Hidden of={{ client: view.client }} />
          <FaultAlert fault={fault} />
          <TextInput
            name="clientId"
            label="Client ID"
            defaultValue={kept ?? view.clientId ?? ""}
            required
            data-autofocus
          />
          <PasswordInput
            name="clientSecret"
            label="Client secret"
            description="It is sealed as soon as you save it, and never shown again."
            required
            autoComplete="new-password"
          />
          <Group justify="flex-end">
            <Dismiss onClose={onClose} />
            <Button type="submit" loading={pending} autoFocus={returned}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
