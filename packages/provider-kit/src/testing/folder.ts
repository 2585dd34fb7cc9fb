import type { Action } from "../action.ts";
import type { Provider } from "../provider.ts";

/** One action file of a provider folder, with the text of its recordings. */
export interface ActionFile {
  /** File name without `.ts`, such as `send-message`. */
  readonly file: string;
  readonly action: Action;
  /** Parsed `<file>.cases.json`, or null when there is none. */
  readonly cases: unknown;
}

/** A provider folder as it lies on disk. */
export interface ProviderFolder {
  /** The folder's name. */
  readonly folder: string;
  readonly provider: Provider;
  readonly actions: readonly ActionFile[];
  readonly icon: string;
  readonly readme: string;
}
