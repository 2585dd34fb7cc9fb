import type { LogDetail } from "@clawlink/contract";
import { CopyField } from "../ui/copy-field.tsx";
import { JsonBlock } from "./json-block.tsx";
import styles from "./usage.module.css";
import { writeCurl } from "./write-curl.ts";

/** What went into a call, what came out, and how to repeat it from a terminal. */
export function CallContents({ call, webOrigin }: { call: LogDetail; webOrigin: string }) {
  const curl = writeCurl(call, webOrigin);
  return (
    <>
      <JsonBlock title="Input" value={call.input} />
      <JsonBlock title="Output" value={call.output} />
      {curl && (
        <section>
          <CopyField label="This call as curl" text={curl} />
          <p className={styles.note}>
            Set CLAWLINK_API_KEY to one of your keys first. Replace anything that reads [secret] or was cut short.
          </p>
        </section>
      )}
    </>
  );
}
