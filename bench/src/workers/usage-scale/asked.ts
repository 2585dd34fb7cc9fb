import type { UsageScope } from "@clawlink/services/usage/scope";

/** What usage-scale asks for. */
export type Asked =
  | { readonly verb: "sql"; readonly text: string }
  | { readonly verb: "people" }
  | { readonly verb: "generate"; readonly from: number; readonly to: number; readonly rows: number }
  | { readonly verb: "rollUp"; readonly hours: number }
  | { readonly verb: "retention" }
  | { readonly verb: "list" | "summary"; readonly scope: UsageScope; readonly query: object }
  | { readonly verb: "detail"; readonly scope: UsageScope; readonly id: string };
