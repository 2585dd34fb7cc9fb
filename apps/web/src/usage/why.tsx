import type { LogDetail } from "@clawlink/contract";
import { Stack, Text } from "@mantine/core";
import { TextLink } from "../ui/links.tsx";
import { Notice } from "../ui/notice.tsx";
import { explainError } from "./explain-error.ts";

/** Why a call did not succeed and what to do now; nothing for one that did. */
export function Why({ call }: { call: LogDetail }) {
  if (call.status === "succeeded" || call.status === "running" || call.status === "pending_approval") return null;
  const explained = call.errorCode === null ? null : explainError(call.errorCode);
  return (
    <Notice
      tone={call.status === "blocked" ? "yellow" : call.status === "unknown" ? "yellow" : "red"}
      title={call.errorMessage ?? "The call did not succeed, and no reason was recorded."}
    >
      <Stack gap={4}>
        {call.status === "blocked" && <Text size="sm">The call never ran: nothing was sent to the app.</Text>}
        {call.status === "unknown" && (
          <Text size="sm">
            The call was sent, but no answer says whether it happened. Check in the app before it is repeated.
          </Text>
        )}
        {explained && (
          <Text size="sm">
            <strong>What now:</strong> {explained.hint}
            {explained.cure && (
              <>
                {" "}
                <TextLink href={explained.cure.href}>{explained.cure.label}</TextLink>
              </>
            )}
          </Text>
        )}
        {explained && call.status === "failed" && (
          <Text size="sm">
            {explained.retryable ? "Trying again may help." : "Trying again without a change will not help."}
          </Text>
        )}
      </Stack>
    </Notice>
  );
}
