import { testEnv } from "./test-env.ts";

/** A call of an action: its id and its input. */
export type Step = readonly [action: string, input: Readonly<Record<string, unknown>>];
/** Finds the first value of this name in what a read answered. */
export type Find = (action: string, name: string) => unknown;

/** An app's account filled until its lists are long and its texts are, and every read of it, with nothing but what it requires. */
export interface FullAccount {
  readonly slug: string;
  /** Who signs in; null for apps connected by a form. */
  readonly user: string | null;
  fill(text: string, count: number, find: Find): readonly Step[];
  reads(find: Find): readonly (() => Step)[];
}

const website = { owner: "workspace-owner", repo: "website" };
const range = (count: number) => Array.from({ length: count }, (_, at) => at);
const phone = JSON.parse(testEnv.TEST_KEYS).twilio.phoneNumber;
const plain = (...actions: string[]) => actions.map((action) => (): Step => [action, {}]);

export const fullAccounts: readonly FullAccount[] = [
  {
    slug: "gmail",
    user: "owner@example.com",
    fill: (text, count) =>
      range(count).flatMap((at): Step[] => [
        ["send_email", { to: "owner@example.com", subject: `Report ${at}`, body: text }],
        ["create_draft", { to: "owner@example.com", subject: `Draft ${at}`, body: text }],
      ]),
    reads: (find) => [
      ...plain("search_emails", "list_drafts", "list_labels", "list_threads"),
      () => ["search_emails", { query: "subject:Report" }],
      () => ["get_email", { id: find("search_emails", "id") }],
      () => ["get_thread", { id: find("search_emails", "threadId") }],
    ],
  },
  {
    slug: "google-calendar",
    user: "owner@example.com",
    fill: (text, count) =>
      range(count).map(
        (at): Step => [
          "create_event",
          {
            summary: `Meeting ${at}`,
            description: text,
            start: `2026-12-01T${String(at % 24).padStart(2, "0")}:00:00Z`,
            end: `2026-12-01T${String(at % 24).padStart(2, "0")}:30:00Z`,
          },
        ],
      ),
    reads: (find) => [
      ...plain("list_calendars"),
      () => ["find_free_busy", { timeMin: "2026-12-01T00:00:00Z", timeMax: "2026-12-02T00:00:00Z" }],
      () => ["list_events", { timeMin: "2026-12-01T00:00:00Z" }],
      () => ["get_event", { eventId: find("list_events", "id") }],
    ],
  },
  {
    slug: "google-drive",
    user: "owner@example.com",
    fill: (_, count) =>
      range(count).map((at): Step => ["create_folder", { name: `Folder ${at} ${"of many ".repeat(8)}` }]),
    reads: (find) => [
      ...plain("list_folder", "search_files"),
      () => ["get_file", { fileId: find("search_files", "id") }],
      () => ["download_file", { fileId: "file-roadmap" }],
      () => ["export_file", { fileId: "file-roadmap" }],
    ],
  },
  {
    slug: "github",
    user: "workspace-owner",
    fill: (text, count) =>
      range(count).flatMap((at): Step[] => [
        ["create_issue", { ...website, title: `Bug ${at}`, body: text }],
        ["add_issue_comment", { ...website, issue_number: 1, body: text }],
      ]),
    reads: (find) => [
      ...plain("list_my_repositories"),
      () => ["get_repository", website],
      () => ["list_branches", website],
      () => ["list_commits", website],
      () => ["list_pull_requests", website],
      () => ["get_file_contents", website],
      () => ["search_repositories", { query: "website" }],
      () => ["search_issues", { query: "Bug repo:workspace-owner/website is:issue" }],
      () => ["list_issue_comments", { ...website, issue_number: 1 }],
      () => ["list_issues", website],
      () => ["get_issue", { ...website, issue_number: find("list_issues", "number") }],
    ],
  },
  {
    slug: "slack",
    user: "workspace-owner",
    fill: (text, count, find) =>
      range(count).map(
        (): Step => ["send_message", { channel: find("list_channels", "id"), text: text.slice(0, 3_500) }],
      ),
    reads: (find) => [
      ...plain("list_channels", "list_users"),
      () => ["find_user_by_email", { email: "teammate@example.com" }],
      () => ["get_channel_history", { channel: find("list_channels", "id") }],
      () => ["get_thread_replies", { channel: find("list_channels", "id"), ts: find("get_channel_history", "ts") }],
      () => ["get_permalink", { channel: find("list_channels", "id"), ts: find("get_channel_history", "ts") }],
    ],
  },
  {
    slug: "linear",
    user: "Workspace Owner",
    fill: (text, count, find) =>
      range(count).flatMap((at): Step[] => [
        ["create_issue", { team_id: find("list_teams", "id"), title: `Task ${at}`, description: text }],
        ["add_comment", { issue_id: "APP-1", body: text }],
      ]),
    reads: (find) => [
      ...plain("list_teams", "get_viewer", "list_cycles", "list_labels", "list_projects", "list_users"),
      ...plain("list_workflow_states"),
      () => ["list_comments", { issue_id: "APP-1" }],
      () => ["search_issues", { title: "Task" }],
      () => ["list_issues", {}],
      () => ["get_issue", { issue_id: find("list_issues", "identifier") }],
    ],
  },
  {
    slug: "stripe",
    user: null,
    fill: (text, count) =>
      range(count).flatMap((at): Step[] => [
        ["create_customer", { email: `buyer-${at}@example.com`, name: `Buyer ${at}`, description: text.slice(0, 400) }],
        ["create_product", { name: `Product ${at}`, description: text.slice(0, 400) }],
      ]),
    reads: (find) => [
      ...plain("list_charges", "list_payments", "list_prices", "list_products", "list_customers"),
      () => ["get_customer", { customer_id: find("list_customers", "id") }],
    ],
  },
  {
    slug: "resend",
    user: null,
    fill: (text) => [
      [
        "send_batch",
        {
          emails: range(60).map((at) => ({
            from: "news@example.com",
            to: ["owner@example.com"],
            subject: `News ${at}`,
            text,
          })),
        },
      ],
    ],
    reads: (find) => [
      ...plain("list_domains"),
      () => ["get_domain", { domain_id: find("list_domains", "id") }],
      ...plain("list_audiences"),
      () => ["list_contacts", { audience_id: find("list_audiences", "id") }],
      ...plain("list_emails"),
      () => ["get_email", { email_id: find("list_emails", "id") }],
    ],
  },
  {
    slug: "twilio",
    user: null,
    fill: (text, count) =>
      range(count).map((): Step => ["send_sms", { to: "+15550002222", from: phone, body: text.slice(0, 1_500) }]),
    reads: (find) => [
      ...plain("list_calls", "list_messaging_services", "list_phone_numbers", "list_verify_services", "list_messages"),
      () => ["get_message", { message_sid: find("list_messages", "sid") }],
    ],
  },
];
