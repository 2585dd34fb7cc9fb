import { Anchor, createTheme, Modal } from "@mantine/core";
import { tokens } from "./tokens.ts";

const { colors, ...rest } = tokens;

/** Mantine as the tokens want it; contrast at least 4.5 to 1. */
export const theme = createTheme({
  ...rest,
  primaryColor: "accent",
  primaryShade: 6,
  colors,
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: "always" } }),
    Modal: Modal.extend({ defaultProps: { centered: true, closeButtonProps: { "aria-label": "Close" } } }),
  },
});
