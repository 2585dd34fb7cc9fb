import type { Metadata } from "next";
import { currentUser } from "#auth/user.ts";
import { listFaces } from "#catalog/apps.ts";
import { Landing } from "#landing/landing.tsx";

export const metadata: Metadata = { title: { absolute: "ClawLink: your agents, in your apps, on your terms" } };

export default async function LandingPage() {
  const user = await currentUser();
  return <Landing signedIn={user !== null} apps={listFaces()} />;
}
