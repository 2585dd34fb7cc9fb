"use client";

import { Text } from "@mantine/core";
import { Button } from "../ui/button.tsx";
import { ButtonLink } from "../ui/links.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import type { AppOffer } from "./apps.ts";

interface Props {
  readonly offer: AppOffer;
  /** Whether an account of this app is connected already. */
  readonly another: boolean;
  readonly operator: boolean;
  readonly pending: boolean;
  /** Whether it is what one comes to this page for. */
  readonly main?: boolean;
  readonly onConnect: (slug: string) => void;
}

/** Connects an app, or says who has to set it up first. */
export function OfferButton({ offer, another, operator, pending, main = false, onConnect }: Props) {
  const alive = useHydrated();
  if (offer.configured) {
    return (
      <Button
        variant={main ? "filled" : "default"}
        size={main ? "sm" : "xs"}
        disabled={!alive}
        waiting={pending}
        onClick={() => onConnect(offer.slug)}
        aria-label={another ? `Add another ${offer.name} account` : `Connect ${offer.name}`}
      >
        {another ? "Add another" : "Connect"}
      </Button>
    );
  }
  return operator ? (
    <ButtonLink variant="default" size="xs" href="/dashboard/operator/apps" aria-label={`Set up ${offer.name}`}>
      Set up
    </ButtonLink>
  ) : (
    <Text size="xs" c="dimmed" title="The operator of this deployment has to set it up first.">
      Not set up yet
    </Text>
  );
}
