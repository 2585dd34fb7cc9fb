"use client";

import { Group, Stack, Text } from "@mantine/core";
import type { AppOffer } from "#catalog/apps.ts";
import { OfferButton } from "#catalog/offer-button.tsx";
import { ConnectionList } from "#connect/connection-list.tsx";
import type { ConnectionView } from "#connect/connection-view.ts";
import { foundPath } from "#connect/connections-path.ts";
import { useConnect } from "#connect/use-connect.ts";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { TextLink } from "#ui/links.tsx";

interface Props {
  readonly offer: AppOffer;
  readonly rows: readonly ConnectionView[];
  /** How many accounts of it there are; the first of them are the rows. */
  readonly all: number;
  readonly operator: boolean;
}

export function AppConnections({ offer, rows, all, operator }: Props) {
  const { connect, pending, fault } = useConnect();
  return (
    <Stack mb="xl">
      <FaultAlert fault={fault} />
      <ConnectionList rows={rows} onReconnect={(row) => connect(row.integration, row.id)} />
      {all > rows.length && (
        <TextLink href={foundPath(offer.slug)}>
          See all {all.toLocaleString("en")} {offer.name} accounts
        </TextLink>
      )}
      <Group>
        <OfferButton
          offer={offer}
          another={rows.length > 0}
          operator={operator}
          pending={pending}
          main={rows.length === 0}
          onConnect={(slug) => connect(slug)}
        />
        {rows.length === 0 && (
          <Text c="dimmed" size="sm">
            No {offer.name} account is connected yet.
          </Text>
        )}
      </Group>
    </Stack>
  );
}
