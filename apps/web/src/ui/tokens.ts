import type { MantineColorsTuple } from "@mantine/core";

/** The accent, light to dark: an ink blue. White on shade 6, and shade 4 on the dark ground, have a contrast of at least 4.5 to 1. */
const accent: MantineColorsTuple = [
  "#eef2ff",
  "#dde4ff",
  "#bac8ff",
  "#93a7fd",
  "#7d93fb",
  "#5a72f2",
  "#3d55e0",
  "#3346c4",
  "#2b3aa0",
  "#20297a",
];

/** The neutral of the dark scheme, text to ground: cool, never black. */
const dark: MantineColorsTuple = [
  "#d3d6dd",
  "#b4b8c2",
  "#9297a3",
  "#6b707c",
  "#454a55",
  "#343841",
  "#272a32",
  "#1d2026",
  "#15171b",
  "#0e1013",
];

/** What every page is made of: colours, type, space, corners, depth and motion, in one place. */
export const tokens = {
  colors: { accent, dark },
  fontFamily: "var(--typeface), system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.2" },
      h2: { fontSize: "1.375rem", lineHeight: "1.25" },
      h3: { fontSize: "1.125rem", lineHeight: "1.35" },
      h4: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2.25rem" },
  radius: { xs: "0.25rem", sm: "0.375rem", md: "0.5rem", lg: "0.75rem", xl: "1.25rem" },
  shadows: {
    xs: "0 1px 2px rgb(15 20 35 / 6%)",
    sm: "0 1px 3px rgb(15 20 35 / 8%), 0 4px 12px rgb(15 20 35 / 4%)",
    md: "0 2px 6px rgb(15 20 35 / 8%), 0 12px 28px rgb(15 20 35 / 8%)",
    lg: "0 4px 12px rgb(15 20 35 / 10%), 0 24px 56px rgb(15 20 35 / 12%)",
    xl: "0 8px 20px rgb(15 20 35 / 12%), 0 40px 90px rgb(15 20 35 / 18%)",
  },
  other: { motion: "140ms cubic-bezier(0.2, 0, 0, 1)" },
} as const;
