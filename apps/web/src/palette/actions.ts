"use server";

import { manifest } from "@clawlink/catalog/manifest";
import { listConnections } from "@clawlink/services/connection/list-connections";
import { z } from "zod";
import { appFace } from "../catalog/apps.ts";
import { accountName } from "../connect/account-name.ts";
import { foundPath } from "../connect/connections-path.ts";
import { mutation } from "../http/mutation.ts";
import { playgroundPath } from "../playground/playground-path.ts";
import type { PaletteEntry } from "./palette-entry.ts";

/** Every app, action and (up to 200) connection of the person, to go to. */
export const listEntries = mutation(z.object({}), async (_, { user, database }): Promise<PaletteEntry[]> => {
  const connections = await listConnections(database, user.id);
  return [
    ...connections.map(
      (row): PaletteEntry => ({
        key: `connection ${row.id}`,
        label: accountName(row),
        about: `${appFace(row.integration).name} account`,
        href: foundPath(row.accountLabel ?? row.connectionLabel ?? undefined),
      }),
    ),
    ...manifest.map(
      (app): PaletteEntry => ({
        key: `app ${app.slug}`,
        label: app.name,
        about: `${app.category} app`,
        href: `/dashboard/apps/${app.slug}`,
      }),
    ),
    ...manifest.flatMap((app) =>
      app.actions.map(
        (action): PaletteEntry => ({
          key: action.tool,
          label: action.title,
          about: `${app.name} action`,
          href: playgroundPath({ app: app.slug, action: action.id }),
        }),
      ),
    ),
  ];
});
