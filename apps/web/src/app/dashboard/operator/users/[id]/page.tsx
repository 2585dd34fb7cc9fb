import { countedDays, findPerson } from "@clawlink/services/operator/list-people";
import { Stack } from "@mantine/core";
import { notFound } from "next/navigation";
import { requireOperator } from "#auth/user.ts";
import { PersonPlan } from "#billing/person-plan.tsx";
import { FactList } from "#operator/fact-list.tsx";
import { OperatorHead } from "#operator/operator-head.tsx";
import { operatorTitle } from "#operator/operator-title.ts";
import { PersonBadge } from "#operator/people-table.tsx";
import { platform } from "#platform/platform.ts";
import { Moment } from "#ui/moment.tsx";
import { Section } from "#ui/section.tsx";
import { Access, Role } from "./client.tsx";

export const generateMetadata = operatorTitle("A person");

const path = "/dashboard/operator/users";
const moment = (at: number | null) => (at === null ? null : <Moment iso={new Date(at).toISOString()} />);

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireOperator(`${path}/${encodeURIComponent(id)}`);
  const { environment, database } = platform();
  const person = (await findPerson(database, id, Date.now())) ?? notFound();
  const { name, email, role, createdAt, lastSeenAt, disabledAt, keys, connections, calls } = person;
  return (
    <>
      <OperatorHead title={email} above={["People", path]} here={path} />
      <Stack gap="lg" maw={640}>
        <Section title="Account">
          <FactList
            facts={[
              ["Name", <bdi key="name">{name}</bdi>],
              [
                "Role",
                role === "user" && disabledAt === null ? "User" : <PersonBadge key="standing" person={person} />,
              ],
              ["Created", moment(createdAt)],
              ["Last seen", moment(lastSeenAt) ?? "Not since they last signed out"],
              ["Disabled", moment(disabledAt)],
              ["Active keys", keys.toLocaleString("en")],
              ["Connections", connections.toLocaleString("en")],
              [`Calls, ${countedDays} days`, calls.toLocaleString("en")],
              ["ID", <code key="id">{id}</code>],
            ]}
          />
        </Section>
        {environment.billing && <PersonPlan environment={environment} userId={id} />}
        {disabledAt === null && <Role id={id} operator={role === "operator"} self={id === user.id} />}
        {role === "user" && <Access id={id} disabled={disabledAt !== null} />}
      </Stack>
    </>
  );
}
