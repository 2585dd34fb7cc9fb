import type { LogQuery } from "@clawlink/contract";
import { Empty } from "../ui/empty.tsx";
import { TextLink } from "../ui/links.tsx";
import { isFiltered } from "./usage-path.ts";

/** What Usage shows when no call matches. */
export function NoCalls({ query }: { query: LogQuery }) {
  if (isFiltered(query) || query.cursor) {
    return (
      <Empty title="No call matches">
        Change the filters, or <TextLink href="/dashboard/usage">clear them</TextLink>.
      </Empty>
    );
  }
  return (
    <Empty title="No calls yet">
      As soon as an agent calls an app it is here. <TextLink href="/dashboard/install">Let an agent in</TextLink>.
    </Empty>
  );
}
