import type { LogDetail } from "@clawlink/contract";
import { Text } from "@mantine/core";
import { CopyField } from "../ui/copy-field.tsx";
import { JsonBlock } from "./json-block.tsx";
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
          <CopyField label="As curl" text={curl} block />
          <Text size="sm" c="dimmed" mt={4}>
            With a key of yours in CLAWLINK_API_KEY. What reads [secret] or was cut short has to be filled in again.
          </Text>
        </section>
      )}
    </>
  );
}
