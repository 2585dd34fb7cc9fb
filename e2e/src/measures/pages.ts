import type { Page } from "playwright-core";
import { press } from "../press.ts";
import type { Scene } from "./scene.ts";
import type { Shown } from "./shown.ts";

/**
 * Who looks at a page: nobody signed in, somebody who has just signed up, the operator with apps, agents and calls, or another who has them in
 * great numbers.
 */
export type Looker = "visitor" | "newcomer" | "owner" | "full";

const open = (name: string) => async (page: Page) => {
  await press(page.getByRole("button", { name }).first());
  await page.getByRole("dialog").waitFor();
};

const playground = (app: string, action: string) => `/dashboard/playground?app=${app}&action=${action}`;

const run = (button: "Run" | "Preview") => async (page: Page) => {
  await press(page.getByRole("button", { name: button }));
  await page.getByRole("region", { name: "Outcome" }).waitFor();
};

/**
 * Every page and state that is measured and photographed, but for those of plans (`plans/plans-pages.ts`): a new page of the product is one
 * line more here.
 */
export const pages: readonly Shown<Looker, Scene>[] = [
  { name: "landing", by: "visitor", path: "/" },
  { name: "sign-in", by: "visitor", path: "/sign-in" },
  { name: "sign-up", by: "visitor", path: "/sign-up" },
  { name: "invited", by: "visitor", path: "/invite" },
  { name: "sign-in-reset", by: "visitor", path: "/sign-in?reset=done" },
  { name: "password-forgotten", by: "visitor", path: "/reset-password" },
  { name: "password-link-sent", by: "visitor", path: "/reset-password?sent=1" },
  { name: "password-link-used", by: "visitor", path: "/reset-password?step=choose#used" },
  { name: "password-new", by: "visitor", path: ({ resetPath }) => resetPath },
  { name: "not-found", by: "visitor", path: "/nowhere", status: 404 },
  { name: "account-deleted", by: "visitor", path: "/", act: afterDeleting },
  { name: "pair-signed-out", by: "visitor", path: ({ pairPath }) => pairPath },

  { name: "install-new", by: "newcomer", path: "/dashboard/install" },
  { name: "connections-empty", by: "newcomer", path: "/dashboard/connections" },
  { name: "devices-empty", by: "newcomer", path: "/dashboard/devices" },
  { name: "usage-empty", by: "newcomer", path: "/dashboard/usage" },
  { name: "approvals-empty", by: "newcomer", path: "/dashboard/approvals" },
  { name: "settings-new", by: "newcomer", path: "/dashboard/settings" },
  { name: "billing-off", by: "newcomer", path: "/dashboard/billing", status: 404 },
  { name: "operator-refused", by: "newcomer", path: "/dashboard/operator/apps", status: 404 },

  { name: "install", by: "owner", path: "/dashboard/install" },
  { name: "connections", by: "owner", path: "/dashboard/connections" },
  { name: "connection-remove", by: "owner", path: "/dashboard/connections", act: removeDialog },
  { name: "app", by: "owner", path: "/dashboard/apps/gmail" },
  { name: "app-unknown", by: "owner", path: "/dashboard/apps/nothing", status: 404 },
  { name: "connections-none-found", by: "owner", path: "/dashboard/connections?search=nobody-of-that-name" },
  { name: "playground", by: "owner", path: "/dashboard/playground" },
  { name: "playground-action", by: "owner", path: playground("gmail", "send_email") },
  { name: "playground-refused", by: "owner", path: playground("gmail", "send_email"), act: run("Preview") },
  { name: "playground-result", by: "owner", path: playground("gmail", "search_emails"), act: run("Run") },
  { name: "playground-confirm", by: "owner", path: playground("github", "create_issue"), act: confirm },
  { name: "playground-without-account", by: "owner", path: playground("slack", "send_message") },
  { name: "palette", by: "owner", path: "/dashboard/settings", act: openPalette },
  { name: "devices", by: "owner", path: "/dashboard/devices" },
  { name: "devices-none-found", by: "owner", path: "/dashboard/devices?search=nobody-of-that-name" },
  { name: "device-create-asked", by: "owner", path: "/dashboard/devices?create=1" },
  { name: "device-create", by: "owner", path: "/dashboard/devices", act: open("Create key") },
  { name: "device-revoke", by: "owner", path: "/dashboard/devices", act: open("Revoke") },
  { name: "usage", by: "owner", path: "/dashboard/usage" },
  { name: "usage-nothing-found", by: "owner", path: "/dashboard/usage?search=nothing-of-the-kind" },
  { name: "call", by: "owner", path: ({ callPath }) => callPath },
  { name: "call-failed", by: "owner", path: ({ failedPath }) => failedPath },
  { name: "approvals", by: "owner", path: "/dashboard/approvals" },
  { name: "approval", by: "owner", path: ({ approvalPath }) => approvalPath },
  { name: "settings", by: "owner", path: "/dashboard/settings" },
  { name: "settings-delete", by: "owner", path: "/dashboard/settings", act: open("Delete my account") },
  { name: "operator-apps", by: "owner", path: "/dashboard/operator/apps" },
  { name: "operator-people", by: "owner", path: "/dashboard/operator/users" },
  { name: "operator-people-none", by: "owner", path: "/dashboard/operator/users?search=nobody-of-that-name" },
  { name: "operator-person", by: "owner", path: ({ personPath }) => personPath },
  { name: "operator-health", by: "owner", path: "/dashboard/operator/health" },
  { name: "operator-settings", by: "owner", path: "/dashboard/operator/settings" },
  { name: "menu", by: "owner", path: "/dashboard/settings", act: openMenu },

  { name: "pair", by: "owner", path: ({ pairPath }) => pairPath },
  { name: "paired", by: "owner", path: ({ pairedPath }) => pairedPath },
  { name: "hermes", by: "owner", path: ({ hermesPath }) => hermesPath },
  { name: "hermes-rejected", by: "owner", path: ({ hermesRejectedPath }) => hermesRejectedPath },
  { name: "authorize", by: "owner", path: ({ consentPath }) => consentPath },
  { name: "connect", by: "owner", path: ({ connectPath }) => connectPath },
  { name: "connect-key", by: "owner", path: ({ connectKeyPath }) => connectKeyPath },
  { name: "connected", by: "owner", path: ({ connectedPath }) => connectedPath },
  { name: "connect-cancelled", by: "owner", path: ({ cancelledPath }) => cancelledPath },
  { name: "connect-gone", by: "owner", path: "/connect/gmail?session=nothing" },
  { name: "authorize-refused", by: "owner", path: "/oauth/authorize?client_id=nobody" },

  { name: "full-connections", by: "full", path: "/dashboard/connections" },
  { name: "full-connections-last", by: "full", path: "/dashboard/connections?page=400" },
  { name: "full-connections-found", by: "full", path: "/dashboard/connections?search=name" },
  { name: "full-app", by: "full", path: "/dashboard/apps/gmail" },
  { name: "full-devices", by: "full", path: "/dashboard/devices" },
  { name: "full-device-create", by: "full", path: "/dashboard/devices", act: open("Create key") },
  { name: "full-usage", by: "full", path: "/dashboard/usage" },
  { name: "full-usage-24h", by: "full", path: "/dashboard/usage?range=24h" },
  { name: "full-usage-30d", by: "full", path: "/dashboard/usage?range=30d" },
  { name: "full-usage-90d", by: "full", path: "/dashboard/usage?range=90d" },
  { name: "full-usage-connection", by: "full", path: "/dashboard/usage?range=90d&connection=1000002" },
  { name: "full-usage-everybody", by: "full", path: "/dashboard/usage?range=90d&everybody=1" },
  { name: "full-call", by: "full", path: ({ full }) => full?.callPath ?? "" },
  { name: "full-approvals", by: "full", path: "/dashboard/approvals" },
  { name: "full-approvals-last", by: "full", path: "/dashboard/approvals?page=5" },
  { name: "full-approval", by: "full", path: ({ full }) => full?.approvalPath ?? "" },
  { name: "full-playground", by: "full", path: playground("github", "list_issues") },
  { name: "full-palette", by: "full", path: "/dashboard/settings", act: openPalette },
  { name: "full-operator-people", by: "full", path: "/dashboard/operator/users" },
];

/** Somebody has no scripts, and an app did not confirm that its access is gone. */
async function afterDeleting(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  const left = { notRevoked: [{ integration: "Twilio", accountLabel: "Phones" }], more: 0 };
  const value = encodeURIComponent(JSON.stringify(left));
  await page.context().addCookies([{ name: "clawlink-left", value, url: `${origin}/account-deleted` }]);
  await page.goto(`${origin}/account-deleted`);
  await page.getByRole("heading", { name: "Your account is deleted" }).waitFor();
}

async function removeDialog(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: /^Actions for / }).first());
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("dialog").waitFor();
}

/** The menu folds away on narrow screens alone. */
async function openMenu(page: Page): Promise<void> {
  const burger = page.getByRole("button", { name: "Menu" });
  if (await burger.isVisible()) await press(burger);
}

async function openPalette(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: "Go to…" }));
  await page.getByRole("combobox", { name: "A page, an app" }).fill("mail");
  await page.getByRole("option").first().waitFor();
}

async function confirm(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: "Fill in an example" }));
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByRole("dialog").waitFor();
}
