export * from "./case-file.ts";
export * from "./describe-provider.ts";
export * from "./folder.ts";
