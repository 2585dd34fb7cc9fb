import * as z from "zod";

/** An app's name in addresses and arguments. */
export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9-]{1,64}$/)
  .describe("The app, such as gmail, github or google-calendar.");
