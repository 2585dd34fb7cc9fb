import styles from "./usage.module.css";

/** What is said of a step under the pointer, and its shade. */
export function HoverSteps({ titles }: { titles: readonly { readonly index: number; readonly title: string }[] }) {
  return (
    <g className={styles.hover} opacity={0.4}>
      {titles.map(({ index, title }) => (
        <path key={index} d={`M${index} 0h1v100h-1z`}>
          <title>{title}</title>
        </path>
      ))}
    </g>
  );
}
