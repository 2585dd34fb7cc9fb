"use client";

import { Group, Stack, Text } from "@mantine/core";
import type { AppOffer } from "#catalog/apps.ts";
import { OfferButton } from "#catalog/offer-button.tsx";
import { ConnectionList } from "#connect/connection-list.tsx";
import type { ConnectionView } from "#connect/connection-view.ts";
import { foundPath } from "#connect/connections-path.ts";
import type { RowAsked } from "#connect/row-asked.ts";
import { useConnect } from "#connect/use-connect.ts";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { TextLink } from "#ui/links.tsx";

interface Props {
  readonly offer: AppOffer;
  readonly rows: readonly ConnectionView[];
  readonly asked: RowAsked;
  /** How many accounts of it there are; the first of them are the rows. */
  readonly all: number;
  readonly operator: boolean;
}

export function AppConnections({ offer, rows, asked, all, operator }: Props) {
  const { form, pending, fault } = useConnect();
  return (
    <Stack mb="xl">
      <form {...form} />
      <FaultAlert fault={fault} />
      <ConnectionList rows={rows} asked={asked} connectForm={form.id} />
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
          connectForm={form.id}
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
