import type { Metadata } from "next";
import { TextLink } from "#ui/links.tsx";
import { NarrowPage } from "#ui/narrow-page.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <NarrowPage>
      <h1 className="page-title">There is nothing here</h1>
      <p className="dimmed">The address may be mistyped, or what it named is gone.</p>
      <TextLink href="/">Go to the start</TextLink>
    </NarrowPage>
  );
}
