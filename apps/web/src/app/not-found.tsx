import { Stack, Text, Title } from "@mantine/core";
import type { Metadata } from "next";
import { TextLink } from "#ui/links.tsx";
import { NarrowPage } from "#ui/narrow-page.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <NarrowPage>
      <Stack gap="sm">
        <Title order={1} size="h3">
          There is nothing here
        </Title>
        <Text c="dimmed">The address may be mistyped, or what it named is gone.</Text>
        <TextLink href="/">Go to the start</TextLink>
      </Stack>
    </NarrowPage>
  );
}
