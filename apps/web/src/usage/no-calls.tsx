import { Empty } from "../ui/empty.tsx";
import { ButtonLink, TextLink } from "../ui/links.tsx";
import type { UsageQuery } from "./read-usage-query.ts";
import { isFiltered, unfilteredPath, usagePath } from "./usage-path.ts";

/** What Usage shows when no call matches. */
export function NoCalls({ query }: { query: UsageQuery }) {
  if (isFiltered(query) || query.cursor) {
    return (
      <Empty title="No call matches">
        Change the filters, or <TextLink href={unfilteredPath(query)}>clear them</TextLink>.
      </Empty>
    );
  }
  if (query.range !== "90d") {
    return (
      <Empty
        icon="chart"
        title="No calls in this time"
        next={
          <>
            <ButtonLink href="/dashboard/install" variant="default">
              Install an agent
            </ButtonLink>
            <ButtonLink href={usagePath({ ...query, range: "90d" })} variant="default">
              Look at 90 days
            </ButtonLink>
          </>
        }
      >
        Calls appear here as soon as an agent uses one of your apps.
      </Empty>
    );
  }
  return (
    <Empty
      icon="chart"
      title="No calls yet"
      next={
        <ButtonLink href="/dashboard/install" variant="default">
          Install an agent
        </ButtonLink>
      }
    >
      Calls appear here as soon as an agent uses one of your apps.
    </Empty>
  );
}
