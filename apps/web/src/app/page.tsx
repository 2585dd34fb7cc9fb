import { currentUser } from "#auth/user.ts";
import { listFaces } from "#catalog/apps.ts";
import { Landing } from "#landing/landing.tsx";

export default async function LandingPage() {
  const user = await currentUser();
  return <Landing signedIn={user !== null} apps={listFaces()} />;
}
