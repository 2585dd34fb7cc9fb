import { Stack, Text, Title } from "@mantine/core";
import type { Metadata } from "next";
import { NarrowPage } from "#ui/narrow-page.tsx";
import { InvitationForm } from "./client.tsx";

export const metadata: Metadata = { title: "You are invited" };

/** Where an invitation's link leads. What makes it work comes after `#`, as in links to a new password. */
export default function InvitationPage() {
  return (
    <NarrowPage>
      <Stack>
        <Title order={1} size="h3">
          You are invited
        </Title>
        <Text>You can create an account here. The invitation works once.</Text>
        <InvitationForm />
      </Stack>
    </NarrowPage>
  );
}
