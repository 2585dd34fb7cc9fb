import { CopyField } from "#ui/copy-field.tsx";
import { FileLink } from "#ui/links.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/section.tsx";
import type { Aid, Guide } from "./guides.ts";
import classes from "./install.module.css";
import { WaitingForAgent } from "./waiting-for-agent.tsx";

interface Props {
  readonly guide: Guide;
  /** Whether the makers of clients can reach this deployment. */
  readonly publicAddress: boolean;
}

/** How a client is connected, step by step, and whether it has been. */
export function GuideSteps({ guide, publicAddress }: Props) {
  return (
    <Section title={guide.name}>
      {guide.needsPublicAddress && !publicAddress && (
        <Notice tone="yellow" title="This deployment has no public address">
          {guide.name} connects from its maker’s own servers, so ClawLink has to be at a public https address first.
        </Notice>
      )}
      <ol className={classes.steps}>
        {guide.steps.map(({ text, aid }) => (
          <li key={text}>
            <p>
              <StepText text={text} />
            </p>
            {aid && <Help aid={aid} />}
          </li>
        ))}
      </ol>
      <WaitingForAgent name={guide.awaited ?? guide.name} since={Date.now()} />
    </Section>
  );
}

/** A step's words; what is between backticks is typed. */
function StepText({ text }: { text: string }) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part));
}

function Help({ aid }: { aid: Aid }) {
  return aid.kind === "copy" ? (
    <CopyField label={aid.label} text={aid.text} />
  ) : (
    <FileLink href={aid.href} variant="light" size="xs">
      {aid.label}
    </FileLink>
  );
}
