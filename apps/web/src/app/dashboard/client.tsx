"use client";

import { AppShell, Badge, Box, Burger, Button, Group, NavLink, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { postAuth } from "#auth/post-auth.ts";
import { Brand } from "#ui/brand.tsx";
import { ColorSchemeToggle } from "#ui/color-scheme-toggle.tsx";
import { Icon, type IconName } from "#ui/icon.tsx";

const pages: readonly { href: string; label: string; icon: IconName; operator?: true }[] = [
  { href: "/dashboard/connections", label: "Connections", icon: "link" },
  { href: "/dashboard/install", label: "Install", icon: "download" },
  { href: "/dashboard/devices", label: "Devices and keys", icon: "device" },
  { href: "/dashboard/approvals", label: "Approvals", icon: "check" },
  { href: "/dashboard/usage", label: "Usage", icon: "chart" },
  { href: "/dashboard/settings", label: "Settings", icon: "gear" },
  { href: "/dashboard/operator/apps", label: "OAuth clients", icon: "shield", operator: true },
];

async function signOut() {
  await postAuth("/sign-out", {});
  window.location.assign("/");
}

interface Props {
  readonly email: string;
  readonly operator: boolean;
  /** How many calls wait for the person. */
  readonly waiting: number;
  readonly children: ReactNode;
}

export function Shell({ email, operator, waiting, children }: Props) {
  const [opened, { toggle, close }] = useDisclosure();
  const pathname = usePathname();
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 240, breakpoint: "sm", collapsed: { mobile: !opened } }}>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between">
          <Group gap="sm">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
            <Brand href="/dashboard/connections" />
          </Group>
          <ColorSchemeToggle />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm">
        <Stack gap={2} flex={1}>
          {pages
            .filter((page) => operator || !page.operator)
            .map(({ href, label, icon }) => (
              <NavLink
                key={href}
                component={Link}
                prefetch={false}
                href={href}
                label={label}
                leftSection={<Icon name={icon} />}
                rightSection={href === "/dashboard/approvals" && waiting > 0 && <Waiting count={waiting} />}
                active={pathname.startsWith(href)}
                aria-current={pathname.startsWith(href) ? "page" : undefined}
                onClick={close}
                bdrs="md"
              />
            ))}
        </Stack>
        <Stack gap={4}>
          <Text size="sm" c="dimmed" truncate px="sm">
            {email}
          </Text>
          <Button
            variant="subtle"
            color="gray"
            justify="flex-start"
            leftSection={<Icon name="exit" />}
            onClick={signOut}
          >
            Sign out
          </Button>
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main>
        <Box maw={1040} mx="auto" p={{ base: "md", sm: "xl" }}>
          {children}
        </Box>
      </AppShell.Main>
    </AppShell>
  );
}

function Waiting({ count }: { count: number }) {
  return (
    <Badge size="sm" circle={count < 10} aria-label={`${count} waiting`}>
      {count > 99 ? "99+" : count}
    </Badge>
  );
}
