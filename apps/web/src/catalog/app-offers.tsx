"use client";

import { Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { AppIcon } from "../ui/app-icon.tsx";
import { Button } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Icon } from "../ui/icon.tsx";
import { TextLink } from "../ui/links.tsx";
import styles from "./app-offers.module.css";
import type { AppOffer } from "./apps.ts";
import { OfferButton } from "./offer-button.tsx";

interface Props {
  readonly offers: readonly AppOffer[];
  /** Slugs that have an account already. */
  readonly connected: ReadonlySet<string>;
  readonly operator: boolean;
  readonly pending: boolean;
  /** The id of the form that connects. */
  readonly connectForm: string;
}

function matches(offer: AppOffer, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  const about = `${offer.name} ${offer.slug} ${offer.category} ${offer.summary}`.toLowerCase();
  return words.every((word) => about.includes(word));
}

/** The catalog to choose an app from, by category or with a search. */
export function AppOffers({ offers, connected, operator, pending, connectForm }: Props) {
  const [text, setText] = useState("");
  const [category, setCategory] = useState<string | null>(null);
  const categories = [...new Set(offers.map((offer) => offer.category))].sort();
  const found = offers.filter(
    (offer) => (category === null || offer.category === category) && matches(offer, text.trim()),
  );
  return (
    <Stack>
      <TextInput
        type="search"
        className={styles.search}
        aria-label="Search apps"
        placeholder="Search apps"
        leftSection={<Icon name="search" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maw={360}
      />
      <fieldset className={styles.categories}>
        <legend className="unseen">Categories</legend>
        {[null, ...categories].map((one) => (
          <Button
            key={one}
            size="compact"
            variant={one === category ? "light" : "default"}
            aria-pressed={one === category}
            onClick={() => setCategory(one)}
          >
            {one ?? "All"}
          </Button>
        ))}
      </fieldset>
      {found.length === 0 && <Empty title="No app found">Try another word, or choose another category.</Empty>}
      <ul className={styles.offers}>
        {found.map((offer) => (
          <li key={offer.slug} className={styles.offer}>
            <div className={styles.head}>
              <AppIcon svg={offer.icon} size={34} />
              <TextLink name href={`/dashboard/apps/${offer.slug}`}>
                {offer.name}
              </TextLink>
              <OfferButton
                offer={offer}
                another={connected.has(offer.slug)}
                operator={operator}
                pending={pending}
                connectForm={connectForm}
              />
            </div>
            <p className={styles.summary}>{offer.summary}</p>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
