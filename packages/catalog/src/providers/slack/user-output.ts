import { z } from "zod";

/** A person as Slack describes them, for `readUser`. */
const User = z.object({
  id: z.string(),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  is_bot: z.boolean().nullish(),
  is_admin: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
  tz: z.string().nullish(),
  profile: z
    .object({
      display_name: z.string().nullish(),
      real_name: z.string().nullish(),
      email: z.string().nullish(),
      title: z.string().nullish(),
      status_text: z.string().nullish(),
    })
    .nullish(),
});

/** A person as every user action shows them. */
export const UserOutput = z.object({
  id: z.string().describe("Id of the person."),
  name: z.string().nullish().describe("User name."),
  real_name: z.string().nullish().describe("Full name."),
  display_name: z.string().nullish().describe("Name they go by."),
  email: z.string().nullish().describe("E-mail address."),
  title: z.string().nullish().describe("What they do."),
  status: z.string().nullish().describe("What they say they are doing."),
  time_zone: z.string().nullish().describe("IANA time zone."),
  is_bot: z.boolean().nullish().describe("Whether it is an app."),
  is_admin: z.boolean().nullish().describe("Whether they administer the workspace."),
  deleted: z.boolean().nullish().describe("Whether they have left."),
});

/** A person with their profile flattened. */
export function readUser(user: unknown): z.infer<typeof UserOutput> {
  const { profile, tz, real_name, ...rest } = User.parse(user);
  return {
    ...rest,
    real_name: real_name ?? profile?.real_name,
    display_name: profile?.display_name,
    email: profile?.email,
    title: profile?.title,
    status: profile?.status_text,
    time_zone: tz,
  };
}
