/** Configurations as people have them: where each lies in a home, what is in it, and where in it another server stands. */
export const existing = {
  "claude-code": {
    file: ".claude.json",
    text: `{
  "numStartups": 42,
  "projects": {
    "/home/me/site": { "allowedTools": [], "mcpServers": { "clawlink": { "type": "stdio", "command": "x" } } }
  },
  "mcpServers": {
    "sentry": {
      "type": "http",
      "url": "https://mcp.sentry.dev/mcp"
    }
  },
  "oauthAccount": { "emailAddress": "me@example.com" }
}
`,
  },
  cursor: {
    file: ".cursor/mcp.json",
    text: '{\n\t"mcpServers": {\n\t\t"time": {\n\t\t\t"command": "uvx",\n\t\t\t"args": ["mcp-server-time"]\n\t\t}\n\t}\n}',
  },
  codex: {
    file: ".codex/config.toml",
    text: `# my codex
model = "gpt-6"   # the good one
approval_policy   =   'on-request'
notes = """
[mcp_servers.clawlink]
is only text
"""

[mcp_servers.context7]
command = "npx"
args = [
  "-y", # yes
  "@upstash/context7-mcp",
]

[mcp_servers.context7.env]
KEY = 'a # b'

# where I trust it
[projects."/home/me/site"]
trust_level = "trusted"
`,
  },
  vscode: {
    file: ".config/Code/User/mcp.json",
    text: `{
    // servers of mine
    "servers": {
        "playwright": {
            "command": "npx", /* local */
            "args": ["@playwright/mcp@latest"],
        },
    },
    "inputs": []
}
`,
  },
  openclaw: {
    file: ".openclaw/openclaw.json",
    text: `{
  "gateway": { "mode": "local", "port": 18789 },
  "plugins": { "entries": { "clawlink": { "enabled": true } } }
}
`,
  },
  hermes: {
    file: ".hermes/config.yaml",
    text: `# mine
model:
  default: "anthropic/claude"   # fast
personality: |
  mcp_servers:
    clawlink: only text
mcp_servers:   # servers
    # local files
    files:
        command: "npx"
        args: ["-y", "server-filesystem", "/home/me"]

    'github':
        url: https://api.githubcopilot.com/mcp/
        headers: {Authorization: "Bearer x"}   # inline

# the terminal
terminal:
  backend: local
`,
  },
  gemini: { file: ".gemini/settings.json", text: '{\r\n  "theme": "Dracula",\r\n  "mcpServers": {}\r\n}\r\n' },
} as const;

export type ClientId = keyof typeof existing;
