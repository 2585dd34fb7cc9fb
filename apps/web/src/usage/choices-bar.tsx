import { ButtonLink } from "../ui/links.tsx";
import { ranges, usualRange } from "./ranges.ts";
import styles from "./usage.module.css";
import { type UsageFilters, usagePath } from "./usage-path.ts";

function Choices({ label, all }: { label: string; all: readonly { href: string; label: string; on: boolean }[] }) {
  return (
    <nav aria-label={label} className={styles.choices}>
      {all.map(({ href, label: text, on }) => (
        <ButtonLink
          key={text}
          href={href}
          size="compact"
          variant={on ? "light" : "default"}
          aria-current={on ? "true" : undefined}
        >
          {text}
        </ButtonLink>
      ))}
    </nav>
  );
}

/** Which time, and for operators whose calls; links, so that it works without scripts. */
export function ChoicesBar({ query, operator }: { query: UsageFilters; operator: boolean }) {
  const { from, to, range = usualRange, everybody } = query;
  const undated = { ...query, from: undefined, to: undefined };
  const impersonal = { ...query, device: undefined, connection: undefined };
  return (
    <div className={styles.row}>
      <Choices
        label="Time"
        all={[
          ...ranges.map((choice) => ({
            href: usagePath({ ...undated, range: choice.range }),
            label: choice.label,
            on: !from && !to && choice.range === range,
          })),
          ...(from || to ? [{ href: usagePath(query), label: ownRange(from, to), on: true }] : []),
        ]}
      />
      {operator && (
        <Choices
          label="Whose calls"
          all={[
            { href: usagePath({ ...query, everybody: false }), label: "Mine", on: !everybody },
            { href: usagePath({ ...impersonal, everybody: true }), label: "Everybody's", on: everybody === true },
          ]}
        />
      )}
    </div>
  );
}

/** Dates somebody chose themselves. */
function ownRange(from: string | undefined, to: string | undefined): string {
  const [first, last] = [from, to].map((moment) => moment?.slice(0, 10));
  if (!first) return `Until ${last}`;
  return last ? `${first} to ${last}` : `Since ${first}`;
}
