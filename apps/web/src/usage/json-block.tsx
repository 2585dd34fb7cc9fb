import { Code, Text, Title } from "@mantine/core";

/** A recorded value, as JSON. */
export function JsonBlock({ title, value }: { title: string; value: unknown }) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {value === null || value === undefined ? (
        <Text c="dimmed" size="sm">
          Nothing was recorded.
        </Text>
      ) : (
        <Code block mah={480} style={{ overflow: "auto", whiteSpace: "pre-wrap" }} tabIndex={0}>
          {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
        </Code>
      )}
    </section>
  );
}
