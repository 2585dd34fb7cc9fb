"use client";

import type { FlowType } from "@clawlink/contract";
import { Code, Group, List, Stack, Text, Title } from "@mantine/core";
import { useId } from "react";
import { OtherAccount } from "#auth/other-account.tsx";
import type { AppFace } from "#catalog/apps.ts";
import { CredentialFields, type FieldSpec } from "#connect/credential-fields.tsx";
import { returnProblem } from "#connect/return-problem.ts";
import { AppIcon } from "#ui/app-icon.tsx";
import { Button } from "#ui/button.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { GoOn } from "#ui/go-on.tsx";
import { Hidden } from "#ui/hidden.tsx";
import { Notice } from "#ui/notice.tsx";
import { useSettling } from "#ui/use-settling.ts";
import { authorize, cancelConnect, submitCredentials } from "./actions.ts";

interface Props {
  readonly app: AppFace & {
    readonly fields: readonly FieldSpec[];
    readonly helpUrl: string | null;
    /** What is granted, in plain words. */
    readonly scopes: readonly string[];
  };
  readonly flow: FlowType;
  readonly token: string;
  readonly email: string;
  /** Where this is shown. */
  readonly path: string;
  readonly displayCode: string;
  readonly reconnects: boolean;
  readonly problem: string | null;
}

export function ConnectForm({ app, flow, token, email, path, displayCode, reconnects, problem }: Props) {
  const leaving = useSettling(authorize, ({ authorizeUrl }) => window.location.assign(authorizeUrl));
  const filling = useSettling(submitCredentials);
  const cancelling = useSettling(cancelConnect);
  const busy = leaving.pending || filling.pending || cancelling.pending;
  const cancelId = useId();
  if (leaving.sent) return <GoOn to={leaving.sent.authorizeUrl} name={app.name} />;
  const cancel = (
    <Button variant="default" type="submit" form={cancelId} waiting={busy}>
      Cancel
    </Button>
  );
  return (
    <Stack>
      <Group wrap="nowrap">
        <AppIcon svg={app.icon} size={48} />
        <Title order={1} size="h2">
          {reconnects ? `Reconnect ${app.name}` : `Connect ${app.name}`}
        </Title>
      </Group>
      {problem && <Notice tone="red" role="alert" title={returnProblem(problem)} />}
      <FaultAlert fault={leaving.fault ?? filling.fault ?? cancelling.fault} />
      <Text size="sm">
        If an agent sent you here, check that it shows the code <Code fz="sm">{displayCode}</Code>
      </Text>
      {app.scopes.length > 0 && (
        <div>
          <Text mb="xs">Your agents will be able to:</Text>
          <List size="sm" spacing={4}>
            {app.scopes.map((scope) => (
              <List.Item key={scope}>{scope}</List.Item>
            ))}
          </List>
        </div>
      )}
      {flow === "oauth" && (
        <>
          <Text size="sm" c="dimmed">
            You sign in on {app.name}’s own page. ClawLink seals the token it receives; agents never see it.
          </Text>
          <form {...leaving.form} className="two-ways">
            <Hidden of={{ app: app.slug, token }} />
            {cancel}
            <Button type="submit" loading={leaving.pending} waiting={busy}>
              Continue to {app.name}
            </Button>
          </form>
        </>
      )}
      {flow !== "oauth" && (
        <form {...filling.form} autoComplete="off">
          <Hidden of={{ app: app.slug, token }} />
          <CredentialFields
            app={app.name}
            fields={app.fields}
            helpUrl={app.helpUrl}
            pending={filling.pending}
            cancel={cancel}
          />
        </form>
      )}
      <form id={cancelId} {...cancelling.form}>
        <Hidden of={{ app: app.slug, token }} />
      </form>
      <OtherAccount email={email} path={path} />
    </Stack>
  );
}
