import { Anchor, Code, List, ListItem, Stack, Text } from "@mantine/core";
import type { Metadata } from "next";
import { requireUser } from "#auth/user.ts";
import { platform } from "#platform/platform.ts";
import { CopyField } from "#ui/copy-field.tsx";
import { ButtonLink, TextLink } from "#ui/links.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Section } from "#ui/section.tsx";
import { hermesCommands, httpExample, mcpConfiguration, openClawCommands, pluginOrigin } from "./snippets.ts";

export const metadata: Metadata = { title: "Install" };

export default async function InstallPage() {
  await requireUser("/dashboard/install");
  const { WEB_ORIGIN } = platform().environment;
  return (
    <>
      <PageHead title="Install" about="Let an agent act through this deployment. Each one gets a key of its own." />
      <Stack gap="lg">
        <Section title="OpenClaw">
          <List type="ordered" spacing={4}>
            <ListItem>
              {WEB_ORIGIN === pluginOrigin
                ? "Install the plugin and ask OpenClaw to connect to ClawLink. It shows a link and a code."
                : "Pair it by hand: the published plugin speaks to claw-link.dev alone, not to this deployment."}
            </ListItem>
            <ListItem>Open the link, compare the code, approve.</ListItem>
            <ListItem>The device gets its key once; keep it like a password.</ListItem>
          </List>
          <CopyField label="OpenClaw commands" text={openClawCommands(WEB_ORIGIN)} block />
        </Section>
        <Section title="Hermes">
          <Text>
            The bootstrap asks for your approval in the browser, then writes ClawLink into Hermes as the MCP server{" "}
            <Code>clawlink</Code>.
          </Text>
          <CopyField label="Hermes commands" text={hermesCommands(WEB_ORIGIN)} block />
        </Section>
        <Section title="MCP clients">
          <Text>
            Any client that speaks Streamable HTTP. Put a key of yours in place of <Code>YOUR_KEY</Code>.
          </Text>
          <CopyField label="MCP configuration" text={mcpConfiguration(WEB_ORIGIN)} block />
        </Section>
        <Section title="Plain HTTP">
          <Text>
            Make a key under <TextLink href="/dashboard/devices">Devices and keys</TextLink>, then call. Everything
            there is to call is in the <Anchor href="/api/openapi.json">OpenAPI description</Anchor>.
          </Text>
          <CopyField label="A first call" text={httpExample(WEB_ORIGIN)} block />
          <div>
            <ButtonLink href="/dashboard/devices" variant="light">
              Create a key
            </ButtonLink>
          </div>
        </Section>
      </Stack>
    </>
  );
}
