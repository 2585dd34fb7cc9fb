import { Text } from "@mantine/core";
import { FileLink } from "./links.tsx";
import { Outcome } from "./outcome.tsx";

/**
 * Leads a browser without scripts to another site: a form may not be answered with a redirect that leaves this one (CSP3 section 6.4.1,
 * `form-action`).
 */
export function GoOn({ to, name }: { to: string; name: string }) {
  return (
    <Outcome
      title={`Going on to ${name}`}
      next={
        <FileLink variant="filled" href={to}>
          Continue
        </FileLink>
      }
    >
      <meta httpEquiv="refresh" content={`0;url=${to}`} />
      <Text>If nothing happens, press Continue.</Text>
    </Outcome>
  );
}
