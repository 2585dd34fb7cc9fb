export * from "./emulator-secrets.ts";
export * from "./mint-token.ts";
export * from "./origins.ts";
export * from "./seeds/people.ts";
export * from "./start-emulators.ts";
export * from "./strict-emulator.ts";
