"use client";

import { Alert, Button, Group, Text } from "@mantine/core";

export default function DashboardError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Alert color="red" role="alert" title="This page could not be made">
      <Text size="sm">Something went wrong on our side.{error.digest && ` Number: ${error.digest}.`}</Text>
      <Group mt="sm">
        <Button size="xs" onClick={reset}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}
