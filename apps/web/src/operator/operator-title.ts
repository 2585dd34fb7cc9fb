import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentUser } from "../auth/user.ts";

/** The title of an operator's page; for other people that of a page that does not exist. */
export function operatorTitle(title: string): () => Promise<Metadata> {
  return async () => {
    const user = await currentUser();
    return user && user.role !== "operator" ? notFound() : { title };
  };
}
