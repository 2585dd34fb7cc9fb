import { countedDays, type Listed } from "@clawlink/services/operator/list-people";
import {
  Badge,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from "@mantine/core";
import { TextLink } from "../ui/links.tsx";
import { Moment } from "../ui/moment.tsx";

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
    <TableScrollContainer minWidth={760} type="native" mb="md">
      <Table verticalSpacing="sm">
        <TableThead>
          <TableTr>
            <TableTh>Person</TableTh>
            <TableTh>Created</TableTh>
            <TableTh>Last seen</TableTh>
            <TableTh ta="right">Keys</TableTh>
            <TableTh ta="right">Connections</TableTh>
            <TableTh ta="right">Calls, {countedDays} days</TableTh>
            <TableTh>Role</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {people.map((person) => (
            <TableTr key={person.id}>
              <TableTd maw={280}>
                <TextLink href={`${path}/${person.id}`} underline="hover" fw={600} display="block" truncate>
                  <bdi>{person.email}</bdi>
                </TextLink>
                <Text size="sm" c="dimmed" truncate>
                  <bdi>{person.name}</bdi>
                </Text>
              </TableTd>
              <TableTd>
                <Moment iso={new Date(person.createdAt).toISOString()} />
              </TableTd>
              <TableTd>{person.lastSeenAt ? <Moment iso={new Date(person.lastSeenAt).toISOString()} /> : "–"}</TableTd>
              <TableTd ta="right">{count(person.keys)}</TableTd>
              <TableTd ta="right">{count(person.connections)}</TableTd>
              <TableTd ta="right">{count(person.calls)}</TableTd>
              <TableTd>
                <PersonBadge person={person} />
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
