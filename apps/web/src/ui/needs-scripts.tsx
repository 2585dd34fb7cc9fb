import { Notice } from "./notice.tsx";

/** Says, where scripts are off, that what is below it does nothing without them. */
export function NeedsScripts({
  children = "This page needs JavaScript. Turn it on, then reload.",
}: {
  children?: string;
}) {
  return (
    <noscript>
      <Notice tone="yellow">{children}</Notice>
    </noscript>
  );
}
