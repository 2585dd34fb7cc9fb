import { Anchor, createTheme, Modal } from "@mantine/core";

/** The look of every page: system fonts, one accent, soft corners; contrast at least 4.5 to 1. */
export const theme = createTheme({
  primaryColor: "indigo",
  primaryShade: 7,
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: {
    dark: [
      "#c9ccd3",
      "#b4b8c2",
      "#8f94a0",
      "#696e7a",
      "#434853",
      "#363a44",
      "#292d35",
      "#1f2228",
      "#16181c",
      "#0f1114",
    ],
  },
  defaultRadius: "md",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontWeight: "650" },
  cursorType: "pointer",
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: "always" } }),
    Modal: Modal.extend({ defaultProps: { centered: true, closeButtonProps: { "aria-label": "Close" } } }),
  },
});
