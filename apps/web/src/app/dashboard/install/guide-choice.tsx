import Link from "next/link";
import type { Guide } from "./guides.ts";
import classes from "./install.module.css";

/** Every client there is a guide for; links, so that one can be sent to somebody, and chosen without scripts. */
export function GuideChoice({ guides, chosen }: { guides: readonly Guide[]; chosen: string }) {
  return (
    <nav aria-label="Your agent">
      <ul className={classes.choices}>
        {guides.map(({ id, name, about }) => (
          <li key={id}>
            <Link
              href={`/dashboard/install?agent=${id}`}
              prefetch={false}
              scroll={false}
              className={classes.choice}
              aria-current={id === chosen ? "true" : undefined}
            >
              <b>{name}</b>
              <span className={classes.about}>{about}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
