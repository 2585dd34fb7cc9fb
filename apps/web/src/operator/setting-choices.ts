import type { Settings } from "@clawlink/contract";

/** A setting as it is shown: what it decides, and each of its values in words. */
export interface Choices {
  readonly name: keyof Settings;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly about?: string }[];
}

/** Every setting; the form sends the values back as text. */
export const settingChoices: readonly Choices[] = [
  {
    name: "signUp",
    label: "Who may make an account",
    options: [
      { value: "open", label: "Everybody", about: "Whoever reaches this page can sign up." },
      { value: "invited", label: "Invited people", about: "Each invitation is a link that makes one account." },
      { value: "closed", label: "Nobody", about: "People with an account go on as before." },
    ],
  },
  {
    name: "newAgentConfirmation",
    label: "Who confirms the writes of a new agent",
    options: [
      { value: "agent", label: "The agent", about: "It says that its person agreed." },
      {
        value: "human",
        label: "Its person, in the dashboard",
        about: "Each write waits until it is approved. People can change this for each of their keys.",
      },
    ],
  },
  {
    name: "keepCallsDays",
    label: "How long calls are kept",
    options: [
      { value: "90", label: "90 days" },
      { value: "30", label: "30 days" },
      {
        value: "7",
        label: "7 days",
        about: "Older calls go, with what went in and came out. The figures on Usage stay.",
      },
    ],
  },
];
