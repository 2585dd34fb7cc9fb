/** What stands at the top of the page, while it loads and after. */
export const devicesHead = {
  title: "Devices and keys",
  about: "Every agent that can act for you, each with its own key. Revoking a key takes effect at once.",
} as const;
