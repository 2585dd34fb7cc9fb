import { countedDays, type Listed } from "@clawlink/services/operator/list-people";
import { Badge } from "@mantine/core";
import { TextLink } from "../ui/links.tsx";
import { Moment } from "../ui/moment.tsx";
import { Table } from "../ui/table.tsx";
import styles from "./people.module.css";

/** An operator, or somebody who is kept out; nothing for everybody else. */
export function PersonBadge({ person }: { person: Listed }) {
  if (person.disabledAt !== null)
    return (
      <Badge variant="light" color="red" tt="none">
        Disabled
      </Badge>
    );
  if (person.role !== "operator") return null;
  return (
    <Badge variant="light" tt="none">
      Operator
    </Badge>
  );
}

const count = (number: number) => number.toLocaleString("en");

/** People with what they have and do here; each leads to their own page below `path`. */
export function PeopleTable({ people, path }: { people: readonly Listed[]; path: string }) {
  return (
    <Table minWidth={760}>
      <thead>
        <tr>
          <th>Person</th>
          <th>Created</th>
          <th>Last seen</th>
          <th className={styles.number}>Keys</th>
          <th className={styles.number}>Connections</th>
          <th className={styles.number}>Calls, {countedDays} days</th>
          <th>Role</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td className={styles.person}>
              <TextLink name href={`${path}/${person.id}`}>
                <bdi>{person.email}</bdi>
              </TextLink>
              <div className={styles.about}>
                <bdi>{person.name}</bdi>
              </div>
            </td>
            <td>
              <Moment iso={new Date(person.createdAt).toISOString()} />
            </td>
            <td>{person.lastSeenAt ? <Moment iso={new Date(person.lastSeenAt).toISOString()} /> : "–"}</td>
            <td className={styles.number}>{count(person.keys)}</td>
            <td className={styles.number}>{count(person.connections)}</td>
            <td className={styles.number}>{count(person.calls)}</td>
            <td>
              <PersonBadge person={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
