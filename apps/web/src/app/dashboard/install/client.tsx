"use client";

import { Code, Group, List, ListItem, RadioCard, RadioGroup, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { CopyField } from "#ui/copy-field.tsx";
import { ButtonLink, FileLink } from "#ui/links.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/section.tsx";
import type { Aid, Guide } from "./guides.ts";
import classes from "./install.module.css";
import { WaitingForAgent } from "./waiting-for-agent.tsx";

interface Props {
  readonly guides: readonly Guide[];
  /** The id of the one shown first. */
  readonly first: string | undefined;
  readonly publicAddress: boolean;
  readonly since: number;
}

/** Every client to choose from, and how the chosen one is connected. */
export function Guides({ guides, first, publicAddress, since }: Props) {
  const [chosen, setChosen] = useState(first);
  const guide = guides.find(({ id }) => id === chosen);
  return (
    <Stack gap="lg">
      <RadioGroup value={chosen ?? null} onChange={setChosen} aria-label="Your agent" className={classes.choices}>
        <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }} spacing="sm">
          {guides.map(({ id, name, about }) => (
            <RadioCard key={id} value={id} className={classes.choice}>
              <Text fw={550} size="sm">
                {name}
              </Text>
              <Text size="xs" c="dimmed">
                {about}
              </Text>
            </RadioCard>
          ))}
        </SimpleGrid>
      </RadioGroup>
      <noscript>
        <Group component="nav" aria-label="Your agent" gap="xs">
          {guides.map(({ id, name }) => (
            <ButtonLink
              key={id}
              variant={id === chosen ? "light" : "default"}
              aria-current={id === chosen ? "page" : undefined}
              href={`/dashboard/install?agent=${id}`}
            >
              {name}
            </ButtonLink>
          ))}
        </Group>
      </noscript>
      {guide && (
        <Section title={guide.name}>
          {guide.needsPublicAddress && !publicAddress && (
            <Notice tone="yellow" title="This deployment has no public address">
              {guide.name} connects from its maker’s own servers, so ClawLink has to be at a public https address first.
            </Notice>
          )}
          <List type="ordered" spacing="md" classNames={{ itemWrapper: classes.step, itemLabel: classes.label }}>
            {guide.steps.map(({ text, aid }) => (
              <ListItem key={text}>
                <Text mb={aid ? "xs" : 0}>
                  <StepText text={text} />
                </Text>
                {aid && <Help aid={aid} />}
              </ListItem>
            ))}
          </List>
          <WaitingForAgent key={guide.id} name={guide.awaited ?? guide.name} since={since} />
        </Section>
      )}
    </Stack>
  );
}

/** A step's words; what is between backticks is typed. */
function StepText({ text }: { text: string }) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? <Code key={part}>{part}</Code> : part));
}

function Help({ aid }: { aid: Aid }) {
  return aid.kind === "copy" ? (
    <CopyField label={aid.label} text={aid.text} />
  ) : (
    <FileLink href={aid.href} variant="light" size="xs">
      {aid.label}
    </FileLink>
  );
}
