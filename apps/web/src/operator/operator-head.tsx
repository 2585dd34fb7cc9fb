import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import { ButtonLink } from "../ui/links.tsx";
import { PageHead } from "../ui/page-head.tsx";

const tabs = [
  { href: "/dashboard/operator/users", label: "People" },
  { href: "/dashboard/operator/apps", label: "OAuth clients" },
  { href: "/dashboard/operator/health", label: "Health" },
  { href: "/dashboard/operator/settings", label: "Deployment" },
] as const;

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  /** The page one is on. */
  readonly here: (typeof tabs)[number]["href"];
}

/** The top of an operator's page, with the way to the others. */
export function OperatorHead({ title, about, here }: Props) {
  return (
    <>
      <Group component="nav" aria-label="Operator" gap={4} mb="lg">
        {tabs.map(({ href, label }) => (
          <ButtonLink
            key={href}
            href={href}
            size="xs"
            variant={href === here ? "light" : "subtle"}
            color={href === here ? undefined : "gray"}
            aria-current={href === here ? "page" : undefined}
          >
            {label}
          </ButtonLink>
        ))}
      </Group>
      <PageHead title={title} about={about} />
    </>
  );
}
