"use client";

import { Button, Stack, Text, Title } from "@mantine/core";
import { NarrowPage } from "#ui/narrow-page.tsx";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <NarrowPage>
      <Stack gap="sm">
        <Title order={1} size="h3">
          This page could not be made
        </Title>
        <Text c="dimmed">
          Something went wrong on our side.{error.digest && ` If it stays, report the number ${error.digest}.`}
        </Text>
        <Button onClick={reset}>Try again</Button>
      </Stack>
    </NarrowPage>
  );
}
