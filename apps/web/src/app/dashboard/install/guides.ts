import { httpExample } from "#keys/http-example.ts";

/** Something to copy, or a place to go. */
export type Aid =
  | { readonly kind: "copy"; readonly label: string; readonly text: string }
  | { readonly kind: "link"; readonly label: string; readonly href: string };

export interface Step {
  readonly text: string;
  readonly aid?: Aid;
}

/** How one client is connected to this deployment, step by step. */
export interface Guide {
  readonly id: string;
  readonly name: string;
  /** What is waited for, where it is not its name. */
  readonly awaited?: string;
  /** Where it runs, or what it is. */
  readonly about: string;
  readonly steps: readonly Step[];
  /** The client's maker fetches from its own servers, so the deployment has to be on the public internet. */
  readonly needsPublicAddress?: true;
}

const copy = (label: string, text: string): Aid => ({ kind: "copy", label, text });
const json = (value: unknown) => JSON.stringify(value, null, 2);
const approve: Step = { text: "Your browser opens ClawLink. Check what the client asks for, then allow it." };
const pairing: Step = {
  text: "Open the link it prints, compare the code, and approve. The device saves its own key.",
};

/** Every client there is a way for, with this deployment's address filled in. */
export function guides(origin: string): readonly Guide[] {
  // Names without dots: Claude and Cursor show no tool that has one (docs/mcp.md). Shells take ? for a pattern.
  const mcp = `${origin}/api/mcp?names=underscore`;
  const quoted = `"${mcp}"`;
  const cursorLink = `cursor://anysphere.cursor-deeplink/mcp/install?name=clawlink&config=${encodeURIComponent(btoa(JSON.stringify({ url: mcp })))}`;
  return [
    {
      id: "claude-code",
      name: "Claude Code",
      about: "Terminal",
      steps: [
        {
          text: "Add the server.",
          aid: copy("Command", `claude mcp add --transport http --scope user clawlink ${quoted}`),
        },
        { text: "Start `claude`, type `/mcp`, choose clawlink, then Authenticate." },
        approve,
      ],
    },
    {
      id: "claude",
      name: "Claude",
      about: "claude.ai, desktop app",
      needsPublicAddress: true,
      steps: [
        {
          text: "Open Settings → Connectors → Add custom connector, and enter this address.",
          aid: copy("Address", mcp),
        },
        { text: "Choose Connect." },
        approve,
      ],
    },
    {
      id: "chatgpt",
      name: "ChatGPT",
      about: "chatgpt.com, desktop app",
      needsPublicAddress: true,
      steps: [
        {
          text: "In Settings → Apps & Connectors → Advanced, turn on Developer mode. Then create a connector with this address and OAuth as its authentication.",
          aid: copy("Address", mcp),
        },
        approve,
      ],
    },
    {
      id: "cursor",
      name: "Cursor",
      about: "Editor",
      steps: [
        { text: "Let Cursor add the server.", aid: { kind: "link", label: "Add to Cursor", href: cursorLink } },
        {
          text: "Or add it to `~/.cursor/mcp.json` yourself.",
          aid: copy("mcp.json", json({ mcpServers: { clawlink: { url: mcp } } })),
        },
        approve,
      ],
    },
    {
      id: "vscode",
      name: "VS Code",
      about: "Editor, Copilot",
      steps: [
        {
          text: "Add the server.",
          aid: copy("Command", `code --add-mcp '${JSON.stringify({ name: "clawlink", type: "http", url: mcp })}'`),
        },
        { text: "Open the chat in agent mode, and start the server when VS Code asks you to." },
        approve,
      ],
    },
    {
      id: "codex",
      name: "Codex",
      about: "Terminal, editor, app",
      steps: [
        {
          text: "Add the server and sign in.",
          aid: copy("Commands", `codex mcp add clawlink --url ${quoted}\ncodex mcp login clawlink`),
        },
        approve,
      ],
    },
    {
      id: "gemini",
      name: "Gemini CLI",
      about: "Terminal",
      steps: [
        {
          text: "Add the server.",
          aid: copy("Command", `gemini mcp add --scope user --transport http clawlink ${quoted}`),
        },
        { text: "Start `gemini` and type `/mcp auth clawlink`." },
        approve,
      ],
    },
    {
      id: "openclaw",
      name: "OpenClaw",
      about: "Plugin",
      steps: [
        {
          text: "In a checkout of ClawLink, pack the plugin and install it.",
          aid: copy(
            "Commands",
            [
              "npm run -s pack-openclaw",
              "openclaw plugins install npm-pack:./packages/openclaw-plugin/clawlink-openclaw-plugin-0.1.0.tgz --force --accept-capabilities",
              `openclaw config set plugins.entries.clawlink.config.baseUrl ${origin}`,
              "openclaw gateway restart",
            ].join("\n"),
          ),
        },
        { text: "Type this in a chat.", aid: copy("Chat command", "/clawlink pair") },
        pairing,
        { text: "Finish in the same chat.", aid: copy("Chat command", "/clawlink pair-status") },
      ],
    },
    {
      id: "hermes",
      name: "Hermes",
      about: "Plugin",
      steps: [
        {
          text: "In a checkout of ClawLink, copy the plugin and run its setup.",
          aid: copy(
            "Commands",
            [
              "mkdir -p ~/.hermes/plugins",
              "cp -r packages/hermes-plugin ~/.hermes/plugins/clawlink",
              "hermes plugins enable clawlink",
              `CLAWLINK_BASE_URL=${origin} hermes clawlink setup`,
            ].join("\n"),
          ),
        },
        { text: "Open the link it prints and approve. If a chat is running, type `/reload-mcp` in it." },
      ],
    },
    {
      id: "cli",
      name: "Command line",
      awaited: "the command line",
      about: "Terminal, from a checkout",
      steps: [
        {
          text: "In a checkout of ClawLink, pair this computer. The first run also fetches what it needs.",
          aid: copy("Command", `npm run -s clawlink login -- --base-url ${origin}`),
        },
        pairing,
        {
          text: "Connect an app in the browser, search its actions, and call one.",
          aid: copy(
            "Commands",
            [
              "npm run -s clawlink connect gmail",
              'npm run -s clawlink search "find mails"',
              "npm run -s clawlink call gmail_search_emails -- --query invoice",
            ].join("\n"),
          ),
        },
      ],
    },
    {
      id: "mcp",
      name: "Another MCP client",
      awaited: "your client",
      about: "Streamable HTTP",
      steps: [
        { text: "Clients that can sign in by themselves only need the address.", aid: copy("Address", mcp) },
        {
          text: "Other clients send a key in a header. Create one under Devices and keys.",
          aid: copy(
            "Configuration",
            json({
              mcpServers: { clawlink: { type: "http", url: mcp, headers: { "x-clawlink-api-key": "YOUR_KEY" } } },
            }),
          ),
        },
      ],
    },
    {
      id: "http",
      name: "Your own code",
      awaited: "your code",
      about: "Plain HTTP",
      steps: [
        {
          text: "Create a key.",
          aid: { kind: "link", label: "Open Devices and keys", href: "/dashboard/devices" },
        },
        {
          text: "Make a first call.",
          aid: copy("A first call", httpExample(origin, "YOUR_KEY")),
        },
        {
          text: "Everything else you can call is in the OpenAPI description.",
          aid: { kind: "link", label: "Open the description", href: "/api/openapi.json" },
        },
      ],
    },
  ];
}
