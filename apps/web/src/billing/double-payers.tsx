import type { Database } from "@clawlink/db";
import { listDoublePayers } from "@clawlink/services/billing/list-double-payers";
import { TextLink } from "#ui/links.tsx";
import { Notice } from "#ui/notice.tsx";
import styles from "./billing.module.css";

/** Tells the operator who pays for more than one plan; nothing when nobody does. */
export async function DoublePayers({ database, path }: { database: Database; path: string }) {
  const people = await listDoublePayers(database);
  if (people.length === 0) return null;
  return (
    <div className={styles.warnings} data-linked>
      <Notice tone="yellow" title="Paying for more than one plan">
        <p>The better one counts. They are told to cancel the other; what was paid twice can be given back at Polar.</p>
        <p>
          {people.map(({ id, email }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <TextLink href={`${path}/${encodeURIComponent(id)}`}>{email}</TextLink>
            </span>
          ))}
        </p>
      </Notice>
    </div>
  );
}
