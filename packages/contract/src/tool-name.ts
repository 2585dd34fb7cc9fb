const actionPattern = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const slugPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The tool name of an action: the slug with `-` as `_`, then `_`, then the action id (CONTRACT.md section 6). */
export function toolName(slug: string, actionId: string): string {
  return `${slug.replaceAll("-", "_")}_${actionId}`;
}

/** Whether `slug` may name an app: lower-case words joined by single dashes. */
export function isSlug(slug: string): boolean {
  return slugPattern.test(slug);
}

/** Whether `actionId` may name an action: lower-case words joined by single underscores. */
export function isActionId(actionId: string): boolean {
  return actionPattern.test(actionId);
}
