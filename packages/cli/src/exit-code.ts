/** What the process ends with; documented in README.md, so never renumbered. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  signedOut: 3,
  unreachable: 4,
  confirmation: 5,
  connection: 6,
  refusedFile: 7,
  interrupted: 130,
} as const;

export type ExitReason = keyof typeof exitCodes;
