"use client";

import { useRouter } from "next/navigation";
import { playgroundPath } from "../playground/playground-path.ts";
import { AppIcon } from "../ui/app-icon.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/links.tsx";
import { Menu } from "../ui/menu.tsx";
import { Moment } from "../ui/moment.tsx";
import { usagePath } from "../usage/usage-path.ts";
import { accountName } from "./account-name.ts";
import styles from "./connection-row.module.css";
import type { ConnectionView } from "./connection-view.ts";

/** What can be done with a row. */
export interface RowActions {
  makeDefault(row: ConnectionView): void;
  rename(row: ConnectionView): void;
  reconnect(row: ConnectionView): void;
  remove(row: ConnectionView): void;
}

/** One connected account: what it is, how it is, and what can be done. */
export function ConnectionRow({ row, actions }: { row: ConnectionView; actions: RowActions }) {
  const router = useRouter();
  const name = accountName(row);
  const { word, tone, why, reconnect } = row.health;
  return (
    <li className={styles.row}>
      <AppIcon svg={row.app.icon} />
      <div>
        <div className={styles.head}>
          <TextLink name href={`/dashboard/apps/${row.integration}`}>
            {row.app.name}
          </TextLink>
          <Badge tone={tone}>{word}</Badge>
          {row.isDefault && <Badge>Default</Badge>}
        </div>
        <span className={styles.name}>
          <bdi>{name}</bdi>
        </span>
      </div>
      <Menu
        label={`Actions for ${row.app.name} ${name}`}
        items={[
          ...(row.isDefault ? [] : [{ label: "Make default", onChoose: () => actions.makeDefault(row) }]),
          {
            label: "Use in the Playground",
            onChoose: () => router.push(playgroundPath({ app: row.integration, connection: row.id })),
          },
          { label: "See its calls", onChoose: () => router.push(usagePath({ connection: row.id })) },
          { label: "Rename", onChoose: () => actions.rename(row) },
          { label: "Reconnect", onChoose: () => actions.reconnect(row) },
          { label: "Remove", onChoose: () => actions.remove(row), danger: true },
        ]}
      />
      <div className={styles.more}>
        <p className={styles.about}>
          {row.connectionLabel && row.accountLabel && (
            <>
              Acts as <bdi>{row.accountLabel}</bdi> ·{" "}
            </>
          )}
          {row.lastUsedAt ? (
            <>
              Last used <Moment iso={row.lastUsedAt} />
            </>
          ) : (
            "Not used yet"
          )}{" "}
          · Connected <Moment iso={row.connectedAt} /> · ID {row.id}
        </p>
        {row.expiresAt && row.authState === "healthy" && (
          <p className={styles.about}>
            Access expires <Moment iso={row.expiresAt} />. ClawLink renews it before, if {row.app.name} allows that.
          </p>
        )}
        {why && <p className={styles.why}>{why}</p>}
        {reconnect && (
          <div>
            <Button size="xs" onClick={() => actions.reconnect(row)}>
              Reconnect
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
