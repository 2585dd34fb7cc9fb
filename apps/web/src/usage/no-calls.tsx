import { Empty } from "../ui/empty.tsx";
import { TextLink } from "../ui/links.tsx";
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
      <Empty title="No calls in this time">
        <TextLink href={usagePath({ ...query, range: "90d" })}>Look at 90 days</TextLink>, or{" "}
        <TextLink href="/dashboard/install">let an agent in</TextLink>: as soon as it calls an app it is here.
      </Empty>
    );
  }
  return (
    <Empty title="No calls yet">
      As soon as an agent calls an app it is here. <TextLink href="/dashboard/install">Let an agent in</TextLink>.
    </Empty>
  );
}
