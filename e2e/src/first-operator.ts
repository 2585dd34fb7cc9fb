import type {} from "vitest";
import type { Product } from "./product.ts";
import { fresh, remember } from "./seen.ts";

/** What the operator signs in with. */
export interface Operator {
  readonly email: string;
  readonly password: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    operator: Operator;
  }
}

/** Makes the first account of a product: the operator's. */
export async function firstOperator(product: Product): Promise<Operator> {
  const operator = { email: `operator-${fresh()}@example.com`, password: `pw-${fresh()}` };
  await remember(product, "a password", operator.password);
  const response = await fetch(`${product.webOrigin}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { origin: product.webOrigin, "content-type": "application/json" },
    body: JSON.stringify({ ...operator, name: "The operator" }),
  });
  if (!response.ok) throw new Error(`The operator could not sign up: ${response.status}`);
  return operator;
}
