/** Where the list of calls that wait is. */
export const approvalsPath = "/dashboard/approvals";
/** So many are on a page. */
export const perPage = 25;

/** The page that is shown where `page` is asked for: there may be fewer by now, since decided calls leave the list. */
export function shownPage(page: number, all: number): number {
  return Math.min(page, Math.max(Math.ceil(all / perPage), 1));
}
