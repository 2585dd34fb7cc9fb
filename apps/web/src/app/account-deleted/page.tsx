import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { leftCookie, readLeft } from "#account/left-cookie.ts";
import { LeftElsewhere } from "#account/left-elsewhere.tsx";
import { platform } from "#platform/platform.ts";
import { ButtonLink } from "#ui/links.tsx";
import { NarrowPage } from "#ui/narrow-page.tsx";
import { Outcome } from "#ui/outcome.tsx";

export const metadata: Metadata = { title: "Your account is deleted" };

/** What a browser without scripts gets to see once the account is gone. */
export default async function AccountDeletedPage() {
  const { name } = leftCookie(platform().environment.WEB_ORIGIN);
  const left = readLeft((await cookies()).get(name)?.value) ?? notFound();
  return (
    <NarrowPage>
      <Outcome title="Your account is deleted" next={<ButtonLink href="/">Done</ButtonLink>}>
        <LeftElsewhere {...left} />
      </Outcome>
    </NarrowPage>
  );
}
