import type { Identity, ProviderResponse } from "@clawlink/provider-kit";
import { z } from "zod";

const AuthTest = z.object({
  ok: z.literal(true),
  url: z.string(),
  team: z.string(),
  user: z.string(),
  team_id: z.string(),
  user_id: z.string(),
});

/** Whose token it is (https://docs.slack.dev/reference/methods/auth.test): an app is a user in each workspace. */
export function readAccount(response: ProviderResponse): Identity {
  const { url, team, user, team_id, user_id } = AuthTest.parse(response.body);
  return { accountId: `${team_id}-${user_id}`, label: `${team} / ${user}`, metadata: { url, team_id, user_id } };
}
