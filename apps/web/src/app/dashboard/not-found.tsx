import type { Metadata } from "next";
import { homePath } from "#auth/next-path.ts";
import { ButtonLink } from "#ui/links.tsx";
import { PageHead } from "#ui/page-head.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function DashboardNotFound() {
  return (
    <>
      <PageHead
        title="Page not found"
        about="Check the address. What was here may have been removed, or belongs to another account."
      />
      <ButtonLink href={homePath} variant="default">
        Go to Connections
      </ButtonLink>
    </>
  );
}
