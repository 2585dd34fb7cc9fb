import { Button } from "./button.tsx";
import controls from "./field.module.css";
import { ButtonLink, TextLink } from "./links.tsx";
import { type ListQuery, listPath } from "./list-query.ts";
import styles from "./list-search.module.css";

interface Props {
  /** Where the list is. */
  readonly path: string;
  readonly query: ListQuery;
  readonly perPage: number;
  /** What is searched: "your connections". */
  readonly of: string;
  /** How many there are, and how many of them match. */
  readonly all: number;
  readonly matching: number;
}

/** A search and pages, once a list is longer than a page. Works without scripts. */
export function ListSearch({ path, query, perPage, of, all, matching }: Props) {
  const { search, page } = query;
  if (all <= perPage && !search) return null;
  const first = (page - 1) * perPage + 1;
  const last = Math.min(page * perPage, matching);
  const label = `Search ${of}`;
  return (
    <form action={path} className={styles.bar} aria-label={label}>
      <input
        type="search"
        name="search"
        defaultValue={search}
        key={search}
        maxLength={200}
        placeholder={label}
        aria-label={label}
        className={`${controls.control} ${styles.search}`}
      />
      <Button type="submit" variant="default">
        Search
      </Button>
      {search && <TextLink href={path}>Show all</TextLink>}
      <span className={styles.count}>
        {matching === 0 && "None match"}
        {matching > 0 && first > matching && `There are ${matching.toLocaleString("en")}, and no page ${page}`}
        {matching >= first &&
          `${first.toLocaleString("en")}–${last.toLocaleString("en")} of ${matching.toLocaleString("en")}`}
      </span>
      <ListPages path={path} query={query} perPage={perPage} matching={matching} />
    </form>
  );
}

/** The pages beside this one; nothing where there is one alone. */
export function ListPages({ path, query, perPage, matching }: Pick<Props, "path" | "query" | "perPage" | "matching">) {
  const { search, page } = query;
  const first = (page - 1) * perPage + 1;
  const previous = first > matching ? 1 : page - 1;
  if (page === 1 && matching <= perPage) return null;
  return (
    <span className={styles.pages}>
      {page > 1 && (
        <ButtonLink variant="default" size="xs" href={listPath(path, { search, page: previous })}>
          {first > matching ? "First page" : "Previous"}
        </ButtonLink>
      )}
      {page * perPage < matching && (
        <ButtonLink variant="default" size="xs" href={listPath(path, { search, page: page + 1 })}>
          Next
        </ButtonLink>
      )}
    </span>
  );
}
