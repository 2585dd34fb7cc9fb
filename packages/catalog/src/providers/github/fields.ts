import { z } from "zod";

/** `owner` and `repo`: which repository. */
export const repository = {
  owner: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, "Must be a GitHub login.")
    .describe("Login of the user or organization that owns the repository."),
  repo: z
    .string()
    .regex(/^[\w.-]{1,100}$/, "Must be a repository's name.")
    .describe("Name of the repository, without its owner."),
};

/** Number of an issue or pull request, as in #12. */
export const numberOf = (what: string) => z.int().min(1).describe(`Number of the ${what}, such as 12 for #12.`);

/** A branch's name, as git allows it. */
export const branchName = z
  .string()
  .min(1)
  .max(250)
  .regex(/^(?![/.-])(?!.*(?:\.\.|\/\/|@\{))[^\s~^:?*[\\]+(?<![/.])$/, "Must be a branch's name.");

/** `limit` and `page` of a list. */
export const pageFields = {
  limit: z.int().min(1).max(100).default(20).describe("How many at the most, 1 to 100."),
  page: z.int().min(1).max(1000).default(1).describe("Which page; nextPage of the page before."),
};

/** Query parameters of a page. */
export const pageQuery = ({ limit, page }: { limit: number; page: number }) => ({
  per_page: limit,
  page: page === 1 ? undefined : page,
});
