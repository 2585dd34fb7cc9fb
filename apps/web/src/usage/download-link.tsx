import { FileLink } from "../ui/links.tsx";

/** A link to a file of calls. */
export function DownloadLink({ href, children }: { href: string; children: string }) {
  return (
    <FileLink href={href} download size="compact">
      {children}
    </FileLink>
  );
}
