import type { Editor, Value } from "../editing/editor.ts";

/** How a client is to reach ClawLink: at its address with a key, at its address signing in by itself, or by a command of this machine. */
export type Reach =
  | { readonly by: "key"; readonly url: string; readonly apiKey: string }
  | { readonly by: "oauth"; readonly url: string }
  | { readonly by: "command"; readonly command: string; readonly args: readonly string[] };

/** An MCP client whose configuration this program can write. */
export interface Client {
  readonly id: string;
  readonly title: string;
  /** The file it reads, for the person whose machine this is. */
  file(): string;
  readonly editor: Editor;
  /** Where in the file the entry goes. */
  readonly path: readonly string[];
  entry(reach: Reach): Value;
  /** What makes a running client take it up. */
  readonly after: string;
  /** How the person signs in there, when it does that by itself. */
  readonly signIn: string;
}

/** The headers a client has to send. */
export const keyHeaders = (apiKey: string) => ({ "x-clawlink-api-key": apiKey });
