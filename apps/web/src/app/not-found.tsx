import type { Metadata } from "next";
import { ButtonLink } from "#ui/links.tsx";
import { NarrowPage } from "#ui/narrow-page.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <NarrowPage>
      <h1 className="page-title">Page not found</h1>
      <p className="dimmed">Check the address, or go back to the start. What was here may have been removed.</p>
      <ButtonLink href="/" variant="default">
        Go to the start page
      </ButtonLink>
    </NarrowPage>
  );
}
