import { billingPath } from "#billing/billing-path.ts";
import type { IconName } from "#ui/icon.tsx";

/** A page of the dashboard's menu. */
interface DashboardPage {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly operator?: true;
  /** There only where plans are sold. */
  readonly billing?: true;
}

const pages: readonly DashboardPage[] = [
  { href: "/dashboard/connections", label: "Connections", icon: "link" },
  { href: "/dashboard/install", label: "Install", icon: "download" },
  { href: "/dashboard/devices", label: "Devices and keys", icon: "device" },
  { href: "/dashboard/approvals", label: "Approvals", icon: "check" },
  { href: "/dashboard/usage", label: "Usage", icon: "chart" },
  { href: "/dashboard/playground", label: "Playground", icon: "play" },
  { href: billingPath, label: "Billing", icon: "card", billing: true },
  { href: "/dashboard/settings", label: "Settings", icon: "gear" },
  { href: "/dashboard/operator", label: "Operator", icon: "shield", operator: true },
];

/** The pages somebody finds in the menu, and in the palette. */
export function dashboardPages({
  operator,
  billing,
}: Readonly<Record<"operator" | "billing", boolean>>): readonly DashboardPage[] {
  return pages.filter((page) => (operator || !page.operator) && (billing || !page.billing));
}
