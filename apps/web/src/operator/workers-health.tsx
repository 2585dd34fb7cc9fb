import type { ApiHealth, Probe } from "@clawlink/contract";
import { List } from "@mantine/core";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { FactList } from "./fact-list.tsx";
import { Standing } from "./standing.tsx";

const answered = (probe: Probe | undefined) =>
  probe?.ok ? <Standing good>{`Answered in ${probe.ms} ms`}</Standing> : <Standing good={false}>No answer</Standing>;

interface Props {
  readonly api: ApiHealth | null;
  readonly database: Probe;
  readonly problems: readonly string[];
}

/** Both workers and what they stand on, as they answered this moment. */
export function WorkersHealth({ api, database, problems }: Props) {
  return (
    <Section title="Workers and storage">
      {problems.length > 0 && (
        <Notice tone="red" title="The two workers’ configurations do not match">
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Notice>
      )}
      {!api && (
        <Notice tone="red" title="clawlink does not answer the pages">
          Agents cannot make calls, and nothing can be changed here. Check its logs and the RPC service binding.
        </Notice>
      )}
      <FactList
        facts={[
          [
            "clawlink-web",
            <Standing key="web" good>
              Answers
            </Standing>,
          ],
          [
            "clawlink",
            <Standing key="api" good={api !== null}>
              {api ? "Answers" : "No answer"}
            </Standing>,
          ],
          ["D1, from the pages", answered(database)],
          ["D1, from clawlink", api && answered(api.database)],
          ["KV, from clawlink", api && answered(api.keyValue)],
          ["Environment", api?.environment],
        ]}
      />
    </Section>
  );
}
