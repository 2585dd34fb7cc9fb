"use client";

import { type MantineColorScheme, NativeSelect, useMantineColorScheme } from "@mantine/core";
import { NeedsScripts } from "../ui/needs-scripts.tsx";
import { Section } from "../ui/section.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";

const schemes: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: "auto", label: "Same as system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** Light or dark; kept in this browser. */
export function Appearance() {
  const alive = useHydrated();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title="Appearance" about="Applies to this browser.">
      <NeedsScripts>Choosing a theme needs JavaScript. Without it every page is light.</NeedsScripts>
      <div data-by-script>
        <NativeSelect
          label="Theme"
          maw={280}
          disabled={!alive}
          value={alive ? colorScheme : "auto"}
          data={[...schemes]}
          onChange={({ currentTarget }) => {
            const chosen = schemes.find(({ value }) => value === currentTarget.value);
            if (chosen) setColorScheme(chosen.value);
          }}
        />
      </div>
    </Section>
  );
}
