import { IntegrationList } from "@clawlink/contract";
import { type McpServer, ResourceNotFoundError, ResourceTemplate } from "@modelcontextprotocol/server";
import { appGuide } from "./app-guide.ts";
import { failureText, readFailure } from "./failure-text.ts";
import type { Host } from "./host.ts";
import type { Voice } from "./voice.ts";

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? (value[0] ?? "") : (value ?? ""));

/** Slugs that begin with `text`, for completion. */
export async function completeApp(host: Host, text: string): Promise<string[]> {
  const { body } = await host.call({ method: "GET", path: "/api/integrations?page_size=100" });
  const list = IntegrationList.safeParse(body).data?.items ?? [];
  return list.map(({ slug }) => slug).filter((slug) => slug.startsWith(text.toLowerCase()));
}

/** Stored results and apps' guides as resources; the guides of connected apps are listed. */
export function registerResources(server: McpServer, host: Host, voice: Voice): void {
  server.registerResource(
    "execution",
    new ResourceTemplate("clawlink://executions/{execution_id}", { list: undefined }),
    { title: "Result of a call", description: "A call with its whole output.", mimeType: "application/json" },
    async (uri, { execution_id }) => {
      const path = `/api/executions/${encodeURIComponent(one(execution_id))}`;
      const { status, body } = await host.call({ method: "GET", path });
      if (status >= 400) throw new ResourceNotFoundError(uri.href, failureText(readFailure(body), voice));
      return { contents: [{ uri: uri.href, mimeType: "application/json", text: JSON.stringify(body) }] };
    },
  );
  const list = async () => {
    const { body } = await host.call({ method: "GET", path: "/api/integrations?connected_only=true&page_size=100" });
    const connected = IntegrationList.safeParse(body).data?.items ?? [];
    const resources = connected.map(({ slug, name, summary }) => ({
      uri: `clawlink://apps/${slug}/guide`,
      name: slug,
      title: `${name}: what it can do`,
      description: summary,
      mimeType: "text/markdown",
    }));
    return { resources };
  };
  server.registerResource(
    "app-guide",
    new ResourceTemplate("clawlink://apps/{app}/guide", {
      list,
      complete: { app: (text) => completeApp(host, text) },
    }),
    { title: "Guide to an app", description: "What an app can do.", mimeType: "text/markdown" },
    async (uri, { app }) => {
      const text = await appGuide(host, voice, one(app)).catch((error: unknown) => {
        throw new ResourceNotFoundError(uri.href, error instanceof Error ? error.message : undefined);
      });
      return { contents: [{ uri: uri.href, mimeType: "text/markdown", text }] };
    },
  );
}
