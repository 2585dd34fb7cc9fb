export * from "./create-server.ts";
export * from "./host.ts";
export * from "./tools.ts";
