"use client";

import { useEffect, useRef, useState } from "react";
import { findAccounts } from "./find-accounts.ts";
import type { PolicyChoices } from "./policy-fields.tsx";

/** How long somebody has stopped typing before it is searched, in milliseconds. */
const pauseMs = 200;

/** The accounts that can be chosen: those the page brought, those that are chosen, and those that were searched for. */
export function useAccounts(
  { app, connections, more }: PolicyChoices,
  chosen: readonly number[],
): { accounts: PolicyChoices["connections"]; search: (text: string) => void } {
  const [accounts, setAccounts] = useState(connections);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const first = useRef(chosen);
  const add = useRef(async (wanted: { search: string } | { ids: number[] }) => {
    // What is not found now is found by the next letter.
    const found = await findAccounts({ app, ...wanted }).catch(() => null);
    if (!found?.ok) return;
    setAccounts((known) => [
      ...known,
      ...found.value.filter(({ value }) => !known.some((other) => other.value === value)),
    ]);
  });
  useEffect(() => {
    if (more && first.current.length > 0) void add.current({ ids: [...first.current] });
    return () => clearTimeout(timer.current);
  }, [more]);
  const search = (text: string) => {
    clearTimeout(timer.current);
    if (!more || text.trim() === "") return;
    timer.current = setTimeout(() => void add.current({ search: text.trim() }), pauseMs);
  };
  return { accounts, search };
}
