"use client";

import type { Fault } from "@clawlink/contract";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import styles from "./playground.module.css";

interface Props {
  readonly tool: { readonly title: string; readonly app: string };
  /** Who it acts as. */
  readonly account: string | null;
  readonly input: Readonly<Record<string, unknown>>;
  readonly pending: boolean;
  readonly fault: Fault | null;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Asks before a call that changes something. */
export function ConfirmDialog({ tool, account, input, pending, fault, onClose, onConfirm }: Props) {
  return (
    <Dialog title={`${tool.title}?`} onClose={onClose}>
      <div className={styles.side}>
        <FaultAlert fault={fault} />
        <p style={{ margin: 0 }}>
          This makes a change in {tool.app}
          {account && (
            <>
              {" "}
              as{" "}
              <bdi>
                <b>{account}</b>
              </bdi>
            </>
          )}
          . It runs once, with this input:
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
        <pre className={styles.code} tabIndex={0}>
          {JSON.stringify(input, null, 2)}
        </pre>
        <div className={styles.ways} style={{ justifyContent: "flex-end" }}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={pending} onClick={onConfirm}>
            Run it
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
