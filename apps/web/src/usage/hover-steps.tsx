import styles from "./chart.module.css";
import { stepsHtml } from "./static-html.ts";

/** What is said of a step under the pointer, and its shade. */
export function HoverSteps({ titles }: { titles: Parameters<typeof stepsHtml>[0] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped, see static-html.ts
  return <g className={styles.hover} opacity={0.4} dangerouslySetInnerHTML={{ __html: stepsHtml(titles) }} />;
}
