import { Table, TableTbody, TableTd, TableTh, TableTr } from "@mantine/core";
import { isValidElement, type ReactNode } from "react";

/** Named facts, one a line; those without a value are left out. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  const known = facts.filter(([, value]) => isValidElement(value) || typeof value === "string");
  return (
    <Table variant="vertical" layout="fixed">
      <TableTbody>
        {known.map(([name, value]) => (
          <TableTr key={name}>
            <TableTh w={{ base: 130, sm: 180 }} scope="row">
              {name}
            </TableTh>
            <TableTd style={{ overflowWrap: "anywhere" }}>{value}</TableTd>
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}
