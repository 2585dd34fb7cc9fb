import type { Page } from "playwright-core";

/** One page in one state, `by` whoever looks at it; a path may belong to something of the scene. */
export interface Shown<Looker extends string, Scene> {
  /** Names its pictures and its line in the table. */
  readonly name: string;
  readonly by: Looker;
  readonly path: string | ((scene: Scene) => string);
  /** What the page itself answers, when it is not 200. */
  readonly status?: number;
  /** Brings the page into its state; it is measured for speed before, and looked at after. */
  readonly act?: (page: Page) => Promise<void>;
}
