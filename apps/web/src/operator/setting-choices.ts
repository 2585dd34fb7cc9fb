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
    label: "Who can create an account",
    options: [
      { value: "open", label: "Anyone", about: "Anyone who can reach this site can sign up." },
      { value: "invited", label: "Invited people", about: "Each invitation is a link for one account." },
      { value: "closed", label: "No one", about: "People who have an account keep it." },
    ],
  },
  {
    name: "newAgentConfirmation",
    label: "Who confirms a new agent’s writes",
    options: [
      { value: "agent", label: "The agent", about: "It tells ClawLink that its person agreed." },
      {
        value: "human",
        label: "Its person, in the dashboard",
        about: "Each write waits for approval. People can change this for each of their keys.",
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
        about: "Older calls are deleted with their input and output. The figures in Usage stay.",
      },
    ],
  },
];
