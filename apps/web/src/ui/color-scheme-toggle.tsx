"use client";

import { useMantineColorScheme } from "@mantine/core";
import styles from "./color-scheme-toggle.module.css";
import { Icon } from "./icon.tsx";

/** Switches between light and dark; until it is used, the system decides. The style sheet knows which of the two drawings to show. */
export function ColorSchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const turn = () => {
    const now = document.documentElement.dataset.mantineColorScheme;
    setColorScheme(now === "dark" ? "light" : "dark");
  };
  return (
    <button type="button" className={styles.toggle} aria-label="Switch between light and dark" onClick={turn}>
      <span className={styles.inLight}>
        <Icon name="moon" />
      </span>
      <span className={styles.inDark}>
        <Icon name="sun" />
      </span>
    </button>
  );
}
