import { icons } from "@clawlink/catalog/icons";
import { manifest } from "@clawlink/catalog/manifest";

/** An app of the catalog. */
export type App = (typeof manifest)[number];

/** How an app is shown: its name and drawing. */
export interface AppFace {
  readonly slug: string;
  readonly name: string;
  readonly icon: string;
}

/** An app to choose from. */
export interface AppOffer extends AppFace {
  readonly category: string;
  readonly summary: string;
  /** Whether the operator has set up what it needs. */
  readonly configured: boolean;
}

const bySlug = new Map(manifest.map((app) => [app.slug, app]));
const noIcon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>';

/** The app of a slug. */
export function findApp(slug: string): App | undefined {
  return bySlug.get(slug);
}

/** The face of a slug, which may be one the catalog has dropped. */
export function appFace(slug: string): AppFace {
  return { slug, name: bySlug.get(slug)?.name ?? slug, icon: icons[slug] ?? noIcon };
}

/** Every app by name; `clients` names the OAuth clients that are set up. While that is not known all count as set up: connecting says more. */
export function listOffers(clients: ReadonlySet<string> | null): AppOffer[] {
  return manifest
    .map(({ slug, category, summary, client }) => {
      return { ...appFace(slug), category, summary, configured: client === null || clients?.has(client) !== false };
    })
    .sort((left, right) => left.name.localeCompare(right.name));
}

/** The face of every app, by name. */
export function listFaces(): AppFace[] {
  return manifest.map(({ slug }) => appFace(slug)).sort((left, right) => left.name.localeCompare(right.name));
}
