import type { LogDetail } from "@clawlink/contract";
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
      {call.status === "blocked" && <p>The call never ran: nothing was sent to the app.</p>}
      {call.status === "unknown" && (
        <p>The call was sent, but no answer says whether it happened. Check in the app before it is repeated.</p>
      )}
      {explained && (
        <p>
          <strong>What now:</strong> {explained.hint}
          {explained.cure && (
            <>
              {" "}
              <TextLink href={explained.cure.href}>{explained.cure.label}</TextLink>
            </>
          )}
        </p>
      )}
      {explained && call.status === "failed" && (
        <p>{explained.retryable ? "Trying again may help." : "Trying again without a change will not help."}</p>
      )}
    </Notice>
  );
}
