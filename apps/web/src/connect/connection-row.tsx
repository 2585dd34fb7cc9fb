"use client";

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
import { wantedValue } from "./wanted-value.ts";

interface Props {
  readonly row: ConnectionView;
  /** Ids of the forms its buttons send: that of the list, whose address can ask about a row, and those that make a default and connect. */
  readonly forms: { readonly list: string; readonly default: string; readonly connect: string };
  readonly onAsk: (kind: "rename" | "remove") => void;
}

/** One connected account: what it is, how it is, and what can be done. */
export function ConnectionRow({ row, forms, onAsk }: Props) {
  const { id, integration } = row;
  const name = accountName(row);
  const reconnection = { form: forms.connect, name: "wanted", value: wantedValue(integration, id) };
  const { word, tone, why, reconnect } = row.health;
  return (
    <li className={styles.row}>
      <AppIcon svg={row.app.icon} />
      <div>
        <div className={styles.head}>
          <TextLink name href={`/dashboard/apps/${integration}`}>
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
          ...(row.isDefault ? [] : [{ label: "Make default", form: forms.default, name: "id", value: id }]),
          { label: "Use in the Playground", href: playgroundPath({ app: integration, connection: id }) },
          { label: "See its calls", href: usagePath({ connection: id }) },
          { label: "Rename", form: forms.list, name: "rename", value: id, onChoose: () => onAsk("rename") },
          { label: "Reconnect", ...reconnection },
          {
            label: "Remove",
            form: forms.list,
            name: "remove",
            value: id,
            onChoose: () => onAsk("remove"),
            danger: true,
          },
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
            <Button size="xs" type="submit" {...reconnection}>
              Reconnect
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
