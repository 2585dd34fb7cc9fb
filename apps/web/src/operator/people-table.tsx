import { countedDays, type Listed } from "@clawlink/services/operator/list-people";
import { Paper } from "@mantine/core";
import { Badge } from "../ui/badge.tsx";
import { TextLink } from "../ui/links.tsx";
import { Moment } from "../ui/moment.tsx";
import { Table } from "../ui/table.tsx";
import styles from "./people.module.css";

/** An operator, or somebody who is kept out; nothing for everybody else. */
export function PersonBadge({ person }: { person: Listed }) {
  if (person.disabledAt !== null) return <Badge tone="red">Disabled</Badge>;
  if (person.role !== "operator") return null;
  return <Badge tone="accent">Operator</Badge>;
}

const count = (number: number) => number.toLocaleString("en");

/** People with what they have and do here; each leads to their own page below `path`. */
export function PeopleTable({ people, path }: { people: readonly Listed[]; path: string }) {
  return (
    <Paper withBorder>
      <Table>
        <thead>
          <tr>
            <th>Person</th>
            <th className={styles.wide}>Created</th>
            <th>Last seen</th>
            <th data-number className={styles.wide}>
              Keys
            </th>
            <th data-number className={styles.wide}>
              Connections
            </th>
            <th data-number className={styles.wide}>
              Calls, {countedDays} days
            </th>
            <th className={styles.wide}>Role</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td className={styles.person}>
                <TextLink name href={`${path}/${person.id}`}>
                  <bdi>{person.email}</bdi>
                </TextLink>{" "}
                <span className={styles.narrow}>
                  <PersonBadge person={person} />
                </span>
                <div className={styles.about}>
                  <bdi>{person.name}</bdi>
                </div>
              </td>
              <td className={styles.wide}>
                <Moment iso={new Date(person.createdAt).toISOString()} />
              </td>
              <td>{person.lastSeenAt ? <Moment iso={new Date(person.lastSeenAt).toISOString()} /> : "–"}</td>
              <td data-number className={styles.wide}>
                {count(person.keys)}
              </td>
              <td data-number className={styles.wide}>
                {count(person.connections)}
              </td>
              <td data-number className={styles.wide}>
                {count(person.calls)}
              </td>
              <td className={styles.wide}>
                <PersonBadge person={person} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Paper>
  );
}
