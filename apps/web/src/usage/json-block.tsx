import { Code, Text, Title } from "@mantine/core";
import { beginningOf } from "./beginning-of.ts";

/** A recorded value, as JSON; of one that was too large to record, what there is of it. */
export function JsonBlock({ title, value }: { title: string; value: unknown }) {
  const beginning = beginningOf(value);
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {beginning !== null && (
        <Text c="dimmed" size="sm" mb="xs">
          It was too large to record whole. This is how it begins.
        </Text>
      )}
      {value === null || value === undefined ? (
        <Text c="dimmed" size="sm">
          Nothing was recorded.
        </Text>
      ) : (
        <Code block mah={480} style={{ overflow: "auto", whiteSpace: "pre-wrap" }} tabIndex={0}>
          {beginning === null ? shown(value) : `${beginning}…`}
        </Code>
      )}
    </section>
  );
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
