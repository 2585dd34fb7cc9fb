import type { App } from "./apps.ts";

/** The actions in whose title, name or description every word occurs; all of them without a search. */
export function findActions(actions: App["actions"], search: string | undefined): App["actions"] {
  const words = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter(({ title, tool, description }) => {
    const about = `${title} ${tool} ${description}`.toLowerCase();
    return words.every((word) => about.includes(word));
  });
}
