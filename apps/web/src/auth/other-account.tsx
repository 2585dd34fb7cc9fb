import { Button } from "../ui/button.tsx";
import { Hidden } from "../ui/hidden.tsx";
import styles from "./other-account.module.css";

/** Who is signed in, and the way out for somebody else: signs out, and comes back to `path` after signing in. */
export function OtherAccount({ email, path }: { email: string; path: string }) {
  return (
    <form method="post" action="/sign-out" className={styles.line}>
      <Hidden of={{ next: path }} />
      <span>
        Signed in as <bdi>{email}</bdi>.
      </span>
      <Button type="submit" variant="subtle" size="compact">
        Use another account
      </Button>
    </form>
  );
}
