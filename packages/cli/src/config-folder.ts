import { homedir } from "node:os";
import { join } from "node:path";

/** The folder of this system for a person's configuration: `XDG_CONFIG_HOME`, `~/Library/Application Support`, or `%APPDATA%`. */
export function systemConfigFolder(): string {
  if (process.env.XDG_CONFIG_HOME) return process.env.XDG_CONFIG_HOME;
  if (process.platform === "darwin") return join(homedir(), "Library/Application Support");
  if (process.platform === "win32") return process.env.APPDATA ?? join(homedir(), "AppData/Roaming");
  return join(homedir(), ".config");
}

/** This program's own folder. */
export const configFolder = (): string => process.env.CLAWLINK_CONFIG_DIR ?? join(systemConfigFolder(), "clawlink");
