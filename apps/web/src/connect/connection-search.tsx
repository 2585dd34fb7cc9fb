import { Button } from "../ui/button.tsx";
import controls from "../ui/field.module.css";
import { ButtonLink, TextLink } from "../ui/links.tsx";
import styles from "./connection-search.module.css";
import { type ConnectionsQuery, connectionsPath, perPage } from "./connections-query.ts";

interface Props {
  readonly query: ConnectionsQuery;
  /** How many connections the person has, and how many of them match. */
  readonly all: number;
  readonly matching: number;
}

/** A search and pages, once there is more than one page of connections. Works without scripts. */
export function ConnectionSearch({ query, all, matching }: Props) {
  const { search, page } = query;
  if (all <= perPage && !search) return null;
  const first = (page - 1) * perPage + 1;
  const last = Math.min(page * perPage, matching);
  return (
    <form action="/dashboard/connections" className={styles.bar} aria-label="Find a connection">
      <input
        type="search"
        name="search"
        defaultValue={search}
        key={search}
        maxLength={200}
        placeholder="Search your connections"
        aria-label="Search your connections"
        className={`${controls.control} ${styles.search}`}
      />
      <Button type="submit" variant="light">
        Search
      </Button>
      {search && <TextLink href="/dashboard/connections">Show all</TextLink>}
      <span className={styles.count}>
        {matching === 0 ? "None match" : `${first.toLocaleString("en")}–${last.toLocaleString("en")} of`}
        {matching > 0 && ` ${matching.toLocaleString("en")}`}
      </span>
      {page > 1 && (
        <ButtonLink variant="default" size="xs" href={connectionsPath({ search, page: page - 1 })}>
          Previous
        </ButtonLink>
      )}
      {last < matching && (
        <ButtonLink variant="default" size="xs" href={connectionsPath({ search, page: page + 1 })}>
          Next
        </ButtonLink>
      )}
    </form>
  );
}
