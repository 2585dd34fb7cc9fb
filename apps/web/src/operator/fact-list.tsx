import { isValidElement, type ReactNode } from "react";
import { Table } from "../ui/table.tsx";

/** Named facts, one a line; those without a value are left out. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <Table facts>
      <tbody>
        {facts
          .filter(([, value]) => isValidElement(value) || typeof value === "string")
          .map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </Table>
  );
}
