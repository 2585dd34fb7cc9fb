import { Container, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { homePath } from "#auth/next-path.ts";
import { currentUser } from "#auth/user.ts";
import { Brand } from "#ui/brand.tsx";
import { ColorSchemeToggle } from "#ui/color-scheme-toggle.tsx";
import { ButtonLink } from "#ui/links.tsx";

const points = [
  [
    "Connect once",
    "Sign in to Gmail, GitHub, Slack and the rest in your browser. Tokens are sealed and never reach an agent.",
  ],
  ["Let agents act", "OpenClaw, Hermes, MCP clients and plain HTTP find tools, preview a call, then run it."],
  ["See and stop", "Every call is recorded. Each device has its own key and limits, and revoking one takes a second."],
] as const;

export default async function LandingPage() {
  const user = await currentUser();
  return (
    <Container size="md" py="lg">
      <Group justify="space-between" component="header">
        <Brand />
        <ColorSchemeToggle />
      </Group>
      <Stack component="main" gap="xl" py={{ base: 48, sm: 96 }}>
        <Title order={1} fz={{ base: 34, sm: 52 }} lh={1.1} maw={700}>
          Your agents, in your apps, on your terms.
        </Title>
        <Text size="xl" c="dimmed" maw={620}>
          ClawLink is the open layer between AI agents and the apps you use. It keeps the credentials, makes the calls
          and shows you every one of them.
        </Text>
        <Group>
          <ButtonLink href={user ? homePath : "/sign-up"} size="md">
            {user ? "Open the dashboard" : "Create an account"}
          </ButtonLink>
          {!user && (
            <ButtonLink href="/sign-in" size="md" variant="default">
              Sign in
            </ButtonLink>
          )}
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xl" mt="lg">
          {points.map(([title, text]) => (
            <Stack key={title} gap={4}>
              <Title order={2} size="h4">
                {title}
              </Title>
              <Text c="dimmed">{text}</Text>
            </Stack>
          ))}
        </SimpleGrid>
      </Stack>
    </Container>
  );
}
