import { Paper, Text, Title } from "@mantine/core";
import { Table } from "../ui/table.tsx";
import { explainError } from "./explain-error.ts";
import styles from "./usage.module.css";

/** The error codes of calls that did not succeed, the most frequent first, with what cures them. */
export function ErrorList({ errors }: { errors: readonly { readonly code: string; readonly calls: number }[] }) {
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} size="h5" mb="xs">
        Errors
      </Title>
      {errors.length === 0 ? (
        <Text c="dimmed" size="sm">
          No errors in this time.
        </Text>
      ) : (
        <Table dense>
          <thead>
            <tr>
              <th>Code</th>
              <th data-number>Calls</th>
            </tr>
          </thead>
          <tbody>
            {errors.map(({ code, calls }) => (
              <tr key={code}>
                <td className={styles.name}>
                  {code}
                  <Text size="xs" c="dimmed">
                    {explainError(code)?.hint}
                  </Text>
                </td>
                <td data-number>{calls.toLocaleString("en")}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Paper>
  );
}
