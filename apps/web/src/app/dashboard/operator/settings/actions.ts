"use server";

import { Settings } from "@clawlink/contract";
import { createInvitation } from "@clawlink/services/invitation/create-invitation";
import { removeInvitation } from "@clawlink/services/invitation/remove-invitation";
import { saveSettings } from "@clawlink/services/settings/save-settings";
import { z } from "zod";
import { operatorMutation } from "#http/operator-mutation.ts";

/** A form's values are texts. */
const Filled = z
  .record(z.string(), z.string())
  .transform(({ keepCallsDays, ...texts }): unknown => ({ ...texts, keepCallsDays: Number(keepCallsDays) }))
  .pipe(Settings);

/** Sets what holds for everybody from now on. */
export const changeSettings = operatorMutation(Filled, async (chosen, { user, database }) =>
  saveSettings(database, chosen, user.id),
);

const Note = z.object({ note: z.string().trim().max(120) });

/** Makes an invitation; its link is in this answer and nowhere else. */
export const invite = operatorMutation(Note, async ({ note }, { user, environment, database }) => {
  const token = await createInvitation(database, user.id, note === "" ? null : note);
  return { link: `${environment.WEB_ORIGIN}/invite#${token}` };
});

/** Takes an invitation back. */
export const uninvite = operatorMutation(z.object({ id: z.string().max(64) }), async ({ id }, { database }) =>
  removeInvitation(database, id),
);
