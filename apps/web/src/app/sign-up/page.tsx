import type { Metadata } from "next";
import { SignInPage } from "#auth/sign-in-page.tsx";
import type { SearchParams } from "#http/search-params.ts";

export const metadata: Metadata = { title: "Create an account" };

export default function SignUpRoute({ searchParams }: { searchParams: SearchParams }) {
  return <SignInPage mode="sign-up" searchParams={searchParams} />;
}
