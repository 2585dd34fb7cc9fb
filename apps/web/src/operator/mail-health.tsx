import type { MailHealth as Health } from "@clawlink/contract";
import { Text } from "@mantine/core";
import { Moment } from "../ui/moment.tsx";
import { Section } from "../ui/section.tsx";
import { FactList } from "./fact-list.tsx";
import { Standing } from "./standing.tsx";

const ways: Readonly<Record<Health["way"], string>> = {
  resend: "Resend",
  cloudflare: "Cloudflare Email Service",
  log: "Written to the log (development)",
};

/** Whether mail is sent, how, and how that went last; null where none is configured. */
export function MailHealth({ mail }: { mail: Health | null }) {
  if (!mail)
    return (
      <Section title="Mail">
        <Text size="sm" c="dimmed">
          No mail is sent, because MAIL_FROM is not set. Nobody can reset a password by mail, and no warnings go out.
        </Text>
      </Section>
    );
  const { from, way, lastSentAt, lastFailedAt, lastError, waiting } = mail;
  const good = lastFailedAt === null || (lastSentAt !== null && lastSentAt >= lastFailedAt);
  return (
    <Section title="Mail">
      <FactList
        facts={[
          [
            "Sending",
            <Standing key="sending" good={good}>
              {good ? "OK" : "Failing"}
            </Standing>,
          ],
          ["Sent by", ways[way]],
          ["From", from],
          ["Last sent", lastSentAt ? <Moment key="sent" iso={lastSentAt} /> : "Nothing yet"],
          [
            "Last failure",
            lastFailedAt ? (
              <span key="failed">
                <Moment iso={lastFailedAt} />
                {` · ${lastError}`}
              </span>
            ) : (
              "None"
            ),
          ],
          ["Queued", waiting.toLocaleString("en")],
        ]}
      />
    </Section>
  );
}
