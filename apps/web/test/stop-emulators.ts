declare global {
  /** Stops what the configuration started. */
  var stopClawlinkTests: (() => Promise<void>) | undefined;
}

/** The emulated providers start with the configuration, since outside requests go to them; they stop with the run. */
export default function setup(): () => Promise<void> {
  return async () => {
    await globalThis.stopClawlinkTests?.();
  };
}
