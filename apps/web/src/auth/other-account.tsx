"use client";

import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import styles from "./other-account.module.css";
import { postAuth } from "./post-auth.ts";

/** Who is signed in, and the way out for somebody else: signs out, and comes back to this page after signing in. */
export function OtherAccount({ email }: { email: string }) {
  const alive = useHydrated();
  const [pending, setPending] = useState(false);
  async function leave() {
    setPending(true);
    await postAuth("/sign-out", {});
    const here = window.location.pathname + window.location.search;
    window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
  }
  return (
    <p className={styles.line}>
      <span>
        Signed in as <bdi>{email}</bdi>.
      </span>
      <Button variant="subtle" size="compact" loading={pending} disabled={!alive} onClick={leave}>
        Use another account
      </Button>
    </p>
  );
}
