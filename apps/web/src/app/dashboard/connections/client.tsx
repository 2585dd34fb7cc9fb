"use client";

import { Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { AppOffers } from "#catalog/app-offers.tsx";
import type { AppOffer } from "#catalog/apps.ts";
import { ConnectionList } from "#connect/connection-list.tsx";
import type { ConnectionView } from "#connect/connection-view.ts";
import type { RowAsked } from "#connect/row-asked.ts";
import { useConnect } from "#connect/use-connect.ts";
import { Empty } from "#ui/empty.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";

interface Props {
  readonly rows: readonly ConnectionView[];
  readonly asked: RowAsked;
  /** The ways to the other pages of rows. */
  readonly pages: ReactNode;
  /** Whether the person has no connection at all. */
  readonly none: boolean;
  /** Slugs that have an account already. */
  readonly connected: readonly string[];
  readonly offers: readonly AppOffer[];
  readonly operator: boolean;
}

export function Connections({ rows, asked, pages, none, connected, offers, operator }: Props) {
  const { form, pending, fault } = useConnect();
  return (
    <Stack>
      <form {...form} />
      <FaultAlert fault={fault} />
      {none && (
        <Empty icon="link" title="No apps connected yet">
          Choose one below. You sign in on the app’s own page, and ClawLink keeps the access sealed.
        </Empty>
      )}
      <ConnectionList rows={rows} asked={asked} connectForm={form.id} />
      {pages}
      <Stack component="section" aria-labelledby="add-app" mt="md">
        <Title order={2} size="h3" id="add-app">
          Add an app
        </Title>
        <AppOffers
          offers={offers}
          connected={new Set(connected)}
          operator={operator}
          pending={pending}
          connectForm={form.id}
        />
      </Stack>
    </Stack>
  );
}
