import { firstPolicy, type HermesStatus } from "@clawlink/contract";
import { findHermes } from "@clawlink/services/hermes/find-hermes";
import { hermesStatus } from "@clawlink/services/hermes/hermes-status";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { Text } from "@mantine/core";
import type { Metadata } from "next";
import { requireUser } from "#auth/user.ts";
import { orNull } from "#http/or-null.ts";
import { platform } from "#platform/platform.ts";
import { ButtonLink } from "#ui/links.tsx";
import { NarrowPage } from "#ui/narrow-page.tsx";
import { Outcome } from "#ui/outcome.tsx";
import { HermesForm } from "./client.tsx";
import { hermesPath } from "./hermes-path.ts";

export const metadata: Metadata = { title: "Approve Hermes" };

type Ended = Exclude<HermesStatus, "pending_approval">;

const endings: Readonly<Record<Ended, readonly [string, string]>> = {
  approved: ["Approved", "Go back to the agent: it has five minutes to fetch its configuration."],
  consumed: ["This agent is set up", "It has its own key, which you can limit or revoke under Devices and keys."],
  expired: ["This request has expired", "Start again in the agent."],
  rejected: ["Rejected", "The agent got no key. If that was a mistake, start again in the agent."],
};

const unknown = [
  "Unknown request",
  "No agent is waiting with this link. Open the link the agent shows, or start again in the agent.",
] as const;

export default async function HermesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireUser(hermesPath(id));
  const row = await orNull(findHermes(platform().database, id));
  const status = row && hermesStatus(row);
  if (row && status === "pending_approval") {
    const facts = [
      ["Agent", [row.agentFamily, row.agentVersion].filter(Boolean).join(" ")],
      ["Name", row.clientLabel],
      ["Computer", row.hostname],
      ["System", row.platform],
    ] as const;
    return (
      <NarrowPage>
        <HermesForm
          id={id}
          email={user.email}
          policy={firstPolicy(await readSettings(platform().database))}
          startedAt={row.createdAt.toISOString()}
          facts={facts.flatMap(([name, value]) => (value ? [{ name, value }] : []))}
        />
      </NarrowPage>
    );
  }
  const [title, text] = status && status !== "pending_approval" ? endings[status] : unknown;
  return (
    <NarrowPage>
      <Outcome
        title={title}
        next={
          <ButtonLink variant="default" href="/dashboard/devices">
            Go to the dashboard
          </ButtonLink>
        }
      >
        <Text>{text}</Text>
      </Outcome>
    </NarrowPage>
  );
}
