import { createTheme } from "@mantine/core";
import { tokens } from "./tokens.ts";

const { colors, ...rest } = tokens;

/** Mantine as the tokens want it; contrast at least 4.5 to 1. Naming a component here by its import would send it with every page. */
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
    // Nearly every field is needed; the few that are not say so.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    PasswordInput: {
      defaultProps: {
        visibilityToggleFocusable: true,
        visibilityToggleButtonProps: { "aria-label": "Show what is typed" },
      },
    },
    Anchor: { defaultProps: { underline: "always" } },
    // A dialog lies above everything else of the page, so what drops down from its fields has to be inside it.
    Combobox: { defaultProps: { withinPortal: false } },
  },
});
