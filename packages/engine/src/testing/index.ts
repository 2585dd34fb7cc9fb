export * from "./memory-account.ts";
export * from "./memory-world.ts";
export * from "./toy-shop.ts";
