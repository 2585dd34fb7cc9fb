import { writeCall } from "../usage/write-call.ts";

/** A call to take along. */
export interface Snippet {
  readonly name: string;
  readonly text: string;
}

interface Call {
  readonly tool: string;
  readonly title: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly connectionId: number | null;
  /** Whether it has to be confirmed. */
  readonly confirm: boolean;
  readonly webOrigin: string;
}

/** JSON as a Python literal. */
function python(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).map(([name, of]) => `${JSON.stringify(name)}: ${python(of)}`);
    return `{${entries.join(", ")}}`;
  }
  return JSON.stringify(value);
}

/** A call as a command, as code, and as words for an agent. The key is read from `CLAWLINK_API_KEY`. */
export function writeSnippets({ tool, title, input, connectionId, confirm, webOrigin }: Call): Snippet[] {
  const url = `${webOrigin}/api/tools/${encodeURIComponent(tool)}/execute`;
  const account = connectionId !== null && { connectionId };
  const body = { arguments: input, ...account, ...(confirm && { confirmed: true }) };
  return [
    { name: "curl", text: writeCall(url, body) },
    {
      name: "TypeScript",
      text: `const response = await fetch(${JSON.stringify(url)}, {
  method: "POST",
  headers: {
    "x-clawlink-api-key": process.env.CLAWLINK_API_KEY ?? "",
    "content-type": "application/json",
  },
  body: JSON.stringify(${JSON.stringify(body, null, 2).replaceAll("\n", "\n  ")}),
});
const answer = await response.json();
if (!answer.ok) throw new Error(answer.error.message);
console.log(answer.data);`,
    },
    {
      name: "Python",
      text: `import json, os, urllib.request

request = urllib.request.Request(
    ${JSON.stringify(url)},
    data=json.dumps(${python(body)}).encode(),
    headers={"x-clawlink-api-key": os.environ["CLAWLINK_API_KEY"], "content-type": "application/json"},
)
with urllib.request.urlopen(request) as response:
    print(json.load(response)["data"])`,
    },
    {
      name: "Prompt for an agent",
      text: `With ClawLink, run the action ${tool} (${title})${connectionId === null ? "" : ` with connection ${connectionId}`} and these arguments:
${JSON.stringify(input, null, 2)}${confirm ? "\nShow me what will be sent, and go on only when I agree." : ""}`,
    },
  ];
}
