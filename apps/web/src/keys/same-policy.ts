import type { AccessPolicy } from "@clawlink/contract";

/** In an order of its own: fields of a form come in the order of the page. */
const ordered = ({ apps, connections, maxEffect, confirmation }: AccessPolicy) =>
  JSON.stringify([apps?.toSorted(), connections?.toSorted((left, right) => left - right), maxEffect, confirmation]);

/** Whether two policies allow the same. */
export function samePolicy(left: AccessPolicy, right: AccessPolicy): boolean {
  return ordered(left) === ordered(right);
}
