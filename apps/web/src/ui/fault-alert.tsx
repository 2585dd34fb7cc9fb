import type { Fault } from "@clawlink/contract";
import { Notice } from "./notice.tsx";

/** What went wrong and what to do, announced to screen readers; nothing when all is well. Who was signed out meanwhile can sign in and come back. */
export function FaultAlert({ fault }: { fault: Fault | null }) {
  if (!fault) return null;
  return (
    <Notice tone="red" role="alert" title={fault.message}>
      {fault.facts.hint && <p>{fault.facts.hint}</p>}
      {fault.facts.upgradeUrl && (
        <p>
          <a href={fault.facts.upgradeUrl}>See the plans</a>
        </p>
      )}
      {fault.code === "unauthorized" && (
        <p>
          <a href={signInAndBack()}>Sign in and come back here</a>, or{" "}
          <a href={signInAndBack()} target="_blank" rel="noreferrer">
            sign in in another tab
          </a>{" "}
          and try again: what you have typed here stays.
        </p>
      )}
    </Notice>
  );
}

/** Faults are answers to what somebody did, so there is a window. */
function signInAndBack(): string {
  if (typeof window === "undefined") return "/sign-in";
  return `/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`;
}
