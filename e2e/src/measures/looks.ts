/** The sizes and colour schemes every page is seen in. */
export const looks = [
  { name: "1440-light", width: 1440, colorScheme: "light" },
  { name: "1440-dark", width: 1440, colorScheme: "dark" },
  { name: "390-light", width: 390, colorScheme: "light" },
  { name: "390-dark", width: 390, colorScheme: "dark" },
] as const;

/** One of them. */
export type Look = (typeof looks)[number];
