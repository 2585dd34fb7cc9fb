/** How a call comes about, in order. */
export const steps = [
  [
    "Pair an agent",
    "It shows a code, you compare and approve. Its key can be limited, and taken away within a second.",
  ],
  ["Connect an app", "On the provider's own page, once. The token is sealed here and never reaches the agent."],
  ["It asks, you agree", "The preview is the request that would be sent. What changes something waits for a yes."],
  ["See what happened", "Every call is a row in Usage: app, action, account, outcome, time. Refusals too."],
] as const;

/** What the tests and commands of the repository show. */
export const promises = [
  [
    "Nothing is sent twice",
    "A write whose answer never came is looked up at the provider, and is called unknown rather than repeated.",
  ],
  [
    "A refresh never races",
    "Any number of calls on an expired token cause one refresh, also when the worker is killed in the middle.",
  ],
  ["Limits are kept", "Calls wait their turn, devices take turns, and who cannot be served in time is told at once."],
  ["Answers fit", "A model gets at most 4,000 tokens unless it asks for more, and a failure says what to do next."],
  [
    "The pages cannot open a credential",
    "They seal with a public key. The private key is bound to the worker that makes the calls.",
  ],
  [
    "You decide, per agent",
    "Which apps, which accounts, reads alone or writes too, and whether you confirm each one yourself.",
  ],
] as const;
