/** The emulators start with the configuration, since the worker's bindings name their ports; they stop with the run. */
export default function setup(): () => Promise<void> {
  return async () => {
    await globalThis.stopClawlinkTests?.();
  };
}
