export * from "./make-user.ts";
