import { z } from "zod";

/** The team something belongs to. */
export const Team = z.object({
  id: z.string().describe("Id of the team."),
  key: z.string().nullish().describe("Key, such as ENG."),
  name: z.string().nullish().describe("Name."),
});
