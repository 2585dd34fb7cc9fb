/** How long a person has to decide on a call that waits for them, in milliseconds. */
export const approvalWindowMs = 24 * 3_600_000;

/** When a call that waits since `createdAt` can no longer be approved. */
export function approvableUntil(createdAt: string): string {
  return new Date(Date.parse(createdAt) + approvalWindowMs).toISOString();
}
