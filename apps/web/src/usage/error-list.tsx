import { Table } from "../ui/table.tsx";
import { explainError } from "./explain-error.ts";
import styles from "./usage.module.css";

/** The error codes of calls that did not succeed, the most frequent first, with what cures them. */
export function ErrorList({ errors }: { errors: readonly { readonly code: string; readonly calls: number }[] }) {
  return (
    <section className={styles.panel}>
      <h2 className={styles.title}>Errors</h2>
      {errors.length === 0 ? (
        <p className={styles.note}>No errors in this time.</p>
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
                  <div className={styles.about}>{explainError(code)?.hint}</div>
                </td>
                <td data-number>{calls.toLocaleString("en")}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
