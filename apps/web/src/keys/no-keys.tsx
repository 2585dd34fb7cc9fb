import { Empty } from "../ui/empty.tsx";
import { ButtonLink } from "../ui/links.tsx";

/** What stands in place of the list while a person has neither devices nor keys. */
export function NoKeys() {
  return (
    <Empty
      icon="device"
      title="No agents yet"
      next={
        <ButtonLink href="/dashboard/install" variant="default">
          Install an agent
        </ButtonLink>
      }
    >
      An agent gets its key when you install it. For scripts and your own code, create a key here.
    </Empty>
  );
}
