import { Paper, Table, TableTbody, TableTd, TableTh, TableThead, TableTr, Text, Title } from "@mantine/core";
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
          None in this time.
        </Text>
      ) : (
        <Table fz="sm" verticalSpacing={6} horizontalSpacing="xs">
          <TableThead>
            <TableTr>
              <TableTh>Code</TableTh>
              <TableTh className={styles.number}>Calls</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {errors.map(({ code, calls }) => (
              <TableTr key={code}>
                <TableTd className={styles.name}>
                  {code}
                  <Text size="xs" c="dimmed">
                    {explainError(code)?.hint}
                  </Text>
                </TableTd>
                <TableTd className={styles.number}>{calls.toLocaleString("en")}</TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      )}
    </Paper>
  );
}
