"use client";

import { useState } from "react";
import { Button } from "./button.tsx";
import { toast } from "./toasts.tsx";

/** How long the button says that it has copied, in milliseconds. */
const saysMs = 2_000;

/** Copies a text. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const word = copied ? "Copied" : "Copy";
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), saysMs);
    } catch {
      toast("Your browser does not let this page copy. Select the text and copy it yourself.");
    }
  }
  return (
    <>
      <Button size="compact" variant="subtle" onClick={copy} aria-label={`${word} ${label.toLowerCase()}`}>
        {word}
      </Button>
      <span role="status" className="unseen">
        {copied && `Copied ${label.toLowerCase()}`}
      </span>
    </>
  );
}
