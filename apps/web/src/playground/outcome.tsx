import { TextLink } from "../ui/links.tsx";
import { Notice } from "../ui/notice.tsx";
import { duration } from "../usage/units.ts";
import { callPath } from "../usage/usage-path.ts";
import type { CallView } from "./call-view.ts";
import styles from "./playground.module.css";

/** What came of a call, none yet: how it went, how long it took, what came back, and where it is recorded. */
export function Outcome({ view }: { view: CallView | null }) {
  return (
    <section className={styles.outcome} aria-label={view ? "Outcome" : undefined}>
      <div role="status">{view && <Told key={view.id} {...view} />}</div>
      {view && view.text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <pre key={view.id} className={styles.code} tabIndex={0}>
          {view.text}
        </pre>
      )}
    </section>
  );
}

function Told({ ok, title, hint, cure, durationMs, id }: CallView) {
  return (
    <Notice tone={ok ? "green" : "red"} title={title}>
      {hint && <p>{hint}</p>}
      <p>
        Took {duration(durationMs)}
        {id && (
          <>
            {" · "}
            <TextLink href={callPath(id)}>See this call in Usage</TextLink>
          </>
        )}
        {cure && (
          <>
            {" · "}
            <TextLink href={cure.href}>{cure.label}</TextLink>
          </>
        )}
      </p>
    </Notice>
  );
}
