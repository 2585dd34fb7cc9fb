import type { Tool } from "@clawlink/contract";
import type { App } from "../catalog/apps.ts";
import { EffectBadge } from "../catalog/effect-badge.tsx";
import { TextLink } from "../ui/links.tsx";
import { Notice } from "../ui/notice.tsx";
import styles from "./action-head.module.css";
import playground from "./playground.module.css";

interface Props {
  readonly action: App["actions"][number];
  readonly tool: Tool;
  /** The app's name. */
  readonly app: string;
  readonly connected: boolean;
}

/** What the chosen action does, with its schemas as agents get them. */
export function ActionHead({ action, tool, app, connected }: Props) {
  return (
    <section className={styles.head} aria-labelledby="chosen">
      <h2 id="chosen" className={styles.title}>
        {action.title} <EffectBadge effect={action.effect} />
      </h2>
      <p className={styles.about}>
        {action.description} Tool name: <code>{action.tool}</code>
      </p>
      <details>
        <summary>Input and output schemas</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
        <pre className={playground.code} tabIndex={0}>
          {JSON.stringify({ input: tool.inputSchema, output: tool.outputSchema }, null, 2)}
        </pre>
      </details>
      {!connected && (
        <Notice tone="yellow" title={`No ${app} account is connected`}>
          <p>
            You can fill in the form, but a call needs an account.{" "}
            <TextLink href={`/dashboard/apps/${tool.integration}`}>Connect {app}</TextLink>
          </p>
        </Notice>
      )}
    </section>
  );
}
