import type { ProviderRequest } from "@clawlink/provider-kit";

/** A GraphQL call. The document is a constant: what a person typed travels in the variables alone. */
export function graphql(query: string, variables: Readonly<Record<string, unknown>>): ProviderRequest {
  return { method: "POST", path: "/graphql", body: { json: { query, variables } } };
}
