import type { Metadata } from "next";
import { SignInPage } from "#auth/sign-in-page.tsx";
import type { SearchParams } from "#http/search-params.ts";

export const metadata: Metadata = { title: "Sign in" };

export default function SignInRoute({ searchParams }: { searchParams: SearchParams }) {
  return <SignInPage mode="sign-in" searchParams={searchParams} />;
}
