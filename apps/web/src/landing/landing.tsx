import { Anchor, Container, Group, Text, Title } from "@mantine/core";
import { homePath } from "#auth/next-path.ts";
import type { AppFace } from "#catalog/apps.ts";
import { AppIcon } from "#ui/app-icon.tsx";
import { Brand } from "#ui/brand.tsx";
import { ColorSchemeToggle } from "#ui/color-scheme-toggle.tsx";
import { CopyField } from "#ui/copy-field.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { Exchange } from "./exchange.tsx";
import classes from "./landing.module.css";
import { agents, promises, steps } from "./words.ts";

/** The first page: what this is, how a call goes, and the ways in. */
export function Landing({ signedIn, apps }: { signedIn: boolean; apps: readonly AppFace[] }) {
  return (
    <Container size="lg" className={classes.page}>
      <Group justify="space-between" component="header">
        <Brand />
        <Group gap="xs">
          {!signedIn && (
            <ButtonLink href="/sign-in" variant="subtle" color="gray" size="sm">
              Sign in
            </ButtonLink>
          )}
          <ColorSchemeToggle />
        </Group>
      </Group>
      <main>
        <section className={classes.hero}>
          <div>
            <Title order={1} className={classes.headline}>
              Your agents, in your apps, on your terms.
            </Title>
            <Text className={classes.lead}>
              ClawLink connects AI agents to the apps you use. It keeps the credentials to itself, shows you exactly
              what will be sent, and records every call.
            </Text>
            <Group mt="xl">
              <ButtonLink href={signedIn ? homePath : "/sign-up"} size="md">
                {signedIn ? "Open the dashboard" : "Create an account"}
              </ButtonLink>
              <ButtonLink href="#self-host" size="md" variant="default">
                Host it yourself
              </ButtonLink>
            </Group>
            <Text className={classes.agents}>
              For {agents.slice(0, -1).join(", ")} and {agents.at(-1)}.
            </Text>
          </div>
          <Exchange />
        </section>
        <section aria-labelledby="how">
          <Title order={2} id="how" className={classes.heading}>
            How it works
          </Title>
          <ol className={classes.steps}>
            {steps.map(([title, text]) => (
              <li key={title}>
                <Text fw={600} component="h3">
                  {title}
                </Text>
                <Text c="dimmed" size="sm">
                  {text}
                </Text>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="apps">
          <Title order={2} id="apps" className={classes.heading}>
            Apps
          </Title>
          <ul className={classes.apps}>
            {apps.map(({ slug, name, icon }) => (
              <li key={slug}>
                <AppIcon svg={icon} size={32} />
                <Text size="sm">{name}</Text>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="promises">
          <Title order={2} id="promises" className={classes.heading}>
            What you can rely on
          </Title>
          <div className={classes.promises}>
            {promises.map(([title, text]) => (
              <div key={title} className={classes.promise}>
                <Text fw={600} component="h3">
                  {title}
                </Text>
                <Text c="dimmed" size="sm">
                  {text}
                </Text>
              </div>
            ))}
          </div>
        </section>
        <section aria-labelledby="self-host" className={classes.host}>
          <div>
            <Title order={2} id="self-host">
              Host it yourself
            </Title>
            <Text c="dimmed" mt="xs">
              ClawLink is open source under Apache 2.0. It runs as two Cloudflare Workers with a database and a
              key-value store. On your own machine one command starts all of it, with emulated providers to try it on.
            </Text>
          </div>
          <CopyField label="In a checkout of ClawLink, with Node 20 or newer" text="npm start" />
        </section>
      </main>
      <footer className={classes.footer}>
        <Text size="sm" c="dimmed">
          ClawLink, the open layer between your agents and your apps.
        </Text>
        <Anchor href="/api/openapi.json" size="sm">
          API description (OpenAPI)
        </Anchor>
      </footer>
    </Container>
  );
}
