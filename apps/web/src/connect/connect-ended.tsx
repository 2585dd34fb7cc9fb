import type { ConnectSessionAnswer, ConnectStatus } from "@clawlink/contract";
import { Group, Stack, Text } from "@mantine/core";
import { OtherAccount } from "../auth/other-account.tsx";
import type { AppFace } from "../catalog/apps.ts";
import { AppIcon } from "../ui/app-icon.tsx";
import { ButtonLink } from "../ui/links.tsx";
import { Outcome } from "../ui/outcome.tsx";
import { AnnounceConnected } from "./announce-connected.tsx";
import { returnProblem } from "./return-problem.ts";

type Ended = Exclude<ConnectStatus, "awaiting_user_action">;

const words: Readonly<Record<Ended, { title: (app: string) => string; text: string }>> = {
  connected: {
    title: (app) => `${app} is connected`,
    text: "You can close this window and go back to where you were.",
  },
  failed: { title: (app) => `${app} could not be connected`, text: "Nothing was saved. You can start again." },
  expired: { title: () => "This link has expired", text: "Links work for 15 minutes. Start again to get a new one." },
  cancelled: { title: () => "Cancelled", text: "Nothing was connected. You can close this window." },
};

interface Props {
  readonly app: AppFace;
  readonly found: ConnectSessionAnswer | null;
  readonly email: string;
  /** Where this is shown. */
  readonly path: string;
  /** Code of what went wrong on the way back from the provider. */
  readonly problem: string | null;
}

/** How connecting an app ended, or that this link leads nowhere for this person. */
export function ConnectEnded({ app, found, email, path, problem }: Props) {
  const status = found?.session.status;
  if (!found || !status || status === "awaiting_user_action") {
    if (problem) {
      return (
        <Outcome title={`${app.name} was not connected`} next={<BackLink />}>
          {returnProblem(problem)}
        </Outcome>
      );
    }
    return (
      <Stack>
        <Outcome title="This link does not work" next={<BackLink />}>
          It has expired, or it belongs to another account. If an agent of another account sent you here, switch to that
          account; otherwise start again.
        </Outcome>
        <OtherAccount email={email} path={path} />
      </Stack>
    );
  }
  const { title, text } = words[status];
  const account = found.connection?.connectionLabel ?? found.connection?.accountLabel;
  return (
    <>
      <Group mb="md">
        <AppIcon svg={app.icon} size={48} />
      </Group>
      <Outcome title={title(app.name)} next={<BackLink />}>
        {account && (
          <Text c="var(--mantine-color-text)" fw={600}>
            <bdi>{account}</bdi>
          </Text>
        )}
        {found.session.errorMessage && <Text c="var(--danger)">{found.session.errorMessage}</Text>}
        <Text>{text}</Text>
      </Outcome>
      {status === "connected" && (
        <AnnounceConnected integration={app.slug} connectionId={found.connection?.id ?? found.session.connectionId} />
      )}
    </>
  );
}

function BackLink() {
  return (
    <ButtonLink href="/dashboard/connections" variant="default">
      Go to the dashboard
    </ButtonLink>
  );
}
