/** How a call comes about, in order. */
export const steps = [
  [
    "Pair an agent",
    "The agent shows a code; you compare it and approve. You can limit its key, or revoke it within a second.",
  ],
  ["Connect an app", "Sign in once, on the provider’s own page. The token is sealed here and never reaches the agent."],
  [
    "Agree to changes",
    "The preview is the exact request that would be sent. Anything that changes data waits for a yes.",
  ],
  [
    "See what happened",
    "Every call is listed under Usage with its app, account, outcome and duration, refusals included.",
  ],
] as const;

/** What the tests and commands of the repository show. */
export const promises = [
  [
    "Nothing is sent twice",
    "If the answer to a write never arrives, ClawLink looks it up at the provider. If it cannot tell, it says so instead of repeating it.",
  ],
  [
    "Tokens refresh once",
    "However many calls meet an expired token, it is refreshed once and all of them go on, even if a worker dies halfway.",
  ],
  [
    "Rate limits are respected",
    "Calls queue fairly across your devices. One that cannot be served in time is told so right away.",
  ],
  [
    "Answers fit the context",
    "A model gets at most 4,000 tokens unless it asks for more, and every failure says what to do next.",
  ],
  [
    "The website cannot open credentials",
    "It can only seal them, with a public key. The private key belongs to the worker that makes the calls.",
  ],
  [
    "You decide, agent by agent",
    "Which apps and accounts it can use, whether it may write or only read, and whether you confirm each change yourself.",
  ],
] as const;

/** What there is a guide for under Install. */
export const agents = [
  "Claude",
  "ChatGPT",
  "Cursor",
  "VS Code",
  "Codex",
  "Gemini CLI",
  "OpenClaw",
  "Hermes",
  "any MCP client",
] as const;
