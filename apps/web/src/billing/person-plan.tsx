import { FactList } from "#operator/fact-list.tsx";
import { Section } from "#ui/section.tsx";
import type { Environment } from "../environment.ts";
import { planOf } from "./plan-of.ts";
import { nameOf, standingOf, untilOf } from "./plan-words.ts";

/** What the operator sees of a person's plan. */
export async function PersonPlan({ environment, userId }: { environment: Environment; userId: string }) {
  const status = await planOf(environment, userId);
  if (!status) return null;
  const { used, limit } = status.calls;
  const standing = [standingOf(status)?.word, untilOf(status, Date.now())].filter((words) => words).join(" · ");
  return (
    <Section title="Plan">
      <FactList
        facts={[
          ["Plan", nameOf(status)],
          ["Standing", standing || null],
          ["Calls", status.plan && `${used.toLocaleString("en")} of ${limit?.toLocaleString("en") ?? "any number"}`],
          ["Subscriptions that run", String(status.liveSubscriptions)],
        ]}
      />
    </Section>
  );
}
