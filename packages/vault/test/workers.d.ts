declare module "cloudflare:workers" {
  export const env: { readonly CREDENTIALS: import("../src/store.ts").KeyValue };
}
