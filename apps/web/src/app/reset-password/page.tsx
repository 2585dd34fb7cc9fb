import type { Metadata } from "next";
import { ResetPasswordPage } from "#auth/reset-password-page.tsx";
import type { SearchParams } from "#http/search-params.ts";

export const metadata: Metadata = { title: "New password" };

export default function ResetPasswordRoute({ searchParams }: { searchParams: SearchParams }) {
  return <ResetPasswordPage searchParams={searchParams} />;
}
