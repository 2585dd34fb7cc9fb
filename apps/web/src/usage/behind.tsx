import { FileLink } from "../ui/links.tsx";
import { Notice } from "../ui/notice.tsx";

/** Says that calls that were just made may be missing, because `clawlink` did not answer; `path` looks again. */
export function Behind({ path }: { path: string }) {
  return (
    <Notice tone="yellow" role="status" title="The newest calls may be missing here">
      <p>
        The part of ClawLink that runs calls does not answer at the moment. Everything shown here is as it was recorded.
      </p>
      <div>
        <FileLink size="compact" href={path}>
          Look again
        </FileLink>
      </div>
    </Notice>
  );
}
