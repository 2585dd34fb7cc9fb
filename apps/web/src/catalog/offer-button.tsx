import { Text } from "@mantine/core";
import { wantedValue } from "../connect/wanted-value.ts";
import { Button } from "../ui/button.tsx";
import { ButtonLink } from "../ui/links.tsx";
import type { AppOffer } from "./apps.ts";

interface Props {
  readonly offer: AppOffer;
  /** Whether an account of this app is connected already. */
  readonly another: boolean;
  readonly operator: boolean;
  readonly pending: boolean;
  /** Whether it is what one comes to this page for. */
  readonly main?: boolean;
  /** The id of the form that connects. */
  readonly connectForm: string;
}

/** Connects an app, or says who has to set it up first. */
export function OfferButton({ offer, another, operator, pending, main = false, connectForm }: Props) {
  if (offer.configured) {
    return (
      <Button
        variant={main ? "filled" : "default"}
        size={main ? "sm" : "xs"}
        waiting={pending}
        type="submit"
        form={connectForm}
        name="wanted"
        value={wantedValue(offer.slug)}
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
