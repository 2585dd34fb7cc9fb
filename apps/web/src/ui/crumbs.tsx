import styles from "./crumbs.module.css";
import { TextLink } from "./links.tsx";

/** Where a page belongs: the pages above it, each with its address. */
export function Crumbs({ of }: { of: readonly (readonly [name: string, href: string])[] }) {
  return (
    <nav aria-label="Above this page" className={styles.crumbs}>
      {of.map(([name, href]) => (
        <TextLink key={href} href={href}>
          {name}
        </TextLink>
      ))}
    </nav>
  );
}
