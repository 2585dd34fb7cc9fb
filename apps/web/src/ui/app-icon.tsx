/** An app's drawing from the catalog, next to its name, so it says nothing to screen readers. */
export function AppIcon({ svg, size = 40 }: { svg: string; size?: number }) {
  return (
    <span
      className="app-icon"
      style={{ width: size, height: size }}
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing is a file of this repository
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
