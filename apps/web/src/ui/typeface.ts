import localFont from "next/font/local";

/** Geist (OFL-1.1) from this deployment; a first visit that is faster than the file keeps the system's face, so that nothing moves. */
export const typeface = localFont({
  src: "../../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  variable: "--typeface",
});
