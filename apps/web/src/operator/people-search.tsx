import { Button } from "../ui/button.tsx";
import controls from "../ui/field.module.css";
import { TextLink } from "../ui/links.tsx";
import styles from "../ui/list-search.module.css";

/** Looks for people; a plain form, so that it works without scripts and the address can be kept. */
export function PeopleSearch({ path, search }: { path: string; search: string }) {
  return (
    <search>
      <form method="get" action={path} className={styles.bar}>
        <input
          type="search"
          name="search"
          defaultValue={search}
          maxLength={200}
          placeholder="Name, e-mail or ID"
          aria-label="Name, e-mail or ID"
          className={`${controls.control} ${styles.search}`}
        />
        <Button type="submit" variant="default">
          Search
        </Button>
        {search && <TextLink href={path}>Show all</TextLink>}
      </form>
    </search>
  );
}
