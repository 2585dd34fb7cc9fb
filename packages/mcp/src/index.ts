export * from "./asker.ts";
export type { Cancelled } from "./cancellable.ts";
export { offersForms } from "./confirmation.ts";
export * from "./create-app-server.ts";
export * from "./create-server.ts";
export * from "./host.ts";
export * from "./tools.ts";
export * from "./voice.ts";
