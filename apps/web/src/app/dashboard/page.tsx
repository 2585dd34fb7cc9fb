import { redirect } from "next/navigation";
import { homePath } from "#auth/next-path.ts";
import { findApp } from "#catalog/apps.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";

/** Agents' skills in the field send people to `/dashboard?add={app}` to connect one. */
export default async function Dashboard({ searchParams }: { searchParams: SearchParams }) {
  const app = findApp((await readSearchParams(searchParams)).add ?? "");
  redirect(app ? `/dashboard/apps/${app.slug}` : homePath);
}
