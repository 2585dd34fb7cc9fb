"use client";

import type { OAuthClientStatus } from "@clawlink/contract";
import { Anchor, Code, Group, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { CopyField } from "#ui/copy-field.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { useMutation } from "#ui/use-mutation.ts";
import { deleteClient, saveClient } from "./actions.ts";

interface ClientView extends OAuthClientStatus {
  readonly registrationUrl: string | null;
}

const sources = {
  environment: { text: "From the environment", tone: "green" },
  dashboard: { text: "Saved here", tone: "green" },
} as const;

export function OAuthClients({ clients }: { clients: readonly ClientView[] }) {
  return (
    <Stack>
      {clients.map((client) => (
        <ClientCard key={client.client} view={client} />
      ))}
    </Stack>
  );
}

function ClientCard({ view }: { view: ClientView }) {
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const forgetting = useMutation(deleteClient, () => router.refresh());
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
        <FaultAlert fault={forgetting.fault} />
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
          {view.source !== "environment" && (
            <Button
              variant={view.source ? "default" : "light"}
              aria-label={`${view.source ? "Replace" : "Set up"} ${view.client}`}
              onClick={() => setEditing(true)}
            >
              {view.source ? "Replace" : "Set up"}
            </Button>
          )}
          {view.source === "dashboard" && (
            <Button
              variant="default"
              color="red"
              aria-label={`Forget ${view.client}`}
              loading={forgetting.pending}
              onClick={() => forgetting.run({ client: view.client })}
            >
              Forget
            </Button>
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
  const { run, pending, fault } = useMutation(saveClient, () => {
    router.refresh();
    onClose();
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    run({ client: view.client, clientId: text("clientId"), clientSecret: text("clientSecret") });
  }
  return (
    <Dialog onClose={onClose} title={`OAuth client “${view.client}”`}>
      <form method="post" onSubmit={submit} autoComplete="off">
        <Stack>
          <FaultAlert fault={fault} />
          <TextInput name="clientId" label="Client ID" defaultValue={view.clientId ?? ""} required data-autofocus />
          <PasswordInput
            name="clientSecret"
            label="Client secret"
            description="It is sealed as soon as you save it, and never shown again."
            required
            autoComplete="new-password"
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
