import {
  type Action,
  decodeResponse,
  encodeRequest,
  type FileContent,
  type Plan,
  type Provider,
  type RequestContext,
} from "@clawlink/provider-kit";
import { mapOrigin, type OriginMap } from "@clawlink/testing";
import { z } from "zod";
import { readProviders } from "../scripts/read-providers.ts";

export interface EmulatedAppOptions {
  readonly slug: string;
  readonly origins: OriginMap;
  /** The credential headers the engine would add. */
  readonly headers: Readonly<Record<string, string>>;
  /** What identity and the credential form told of the account. */
  readonly accountId?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Actions whose look-up the emulator does not serve: their recordings are all that covers it. */
  readonly withoutLookup?: readonly string[];
}

/** What a look-up told: an output, null for not done, or that it tells nothing. */
export type Looked = { readonly certain: true; readonly output: unknown } | { readonly certain: false };

/** One app's actions against its emulator, the way the engine runs them. */
export interface EmulatedApp {
  readonly provider: Provider;
  /** Ids of the actions that have succeeded. */
  readonly succeeded: ReadonlySet<string>;
  readonly actionIds: readonly string[];
  /** Input to request, over the network, to output; throws what was refused, by schema or by provider. */
  run(actionId: string, input: unknown, files?: Readonly<Record<string, FileContent>>): Promise<unknown>;
  /** Looks up whether an execution that never was has happened. */
  lookUp(actionId: string, input: unknown): Promise<Looked>;
  /** The account's identity, by the provider's own request; `fields` are those of the credential form. */
  identity(fields?: Readonly<Record<string, string>>): Promise<ReturnType<Provider["identity"]["result"]>>;
}

/** Loads an app for its emulator test. */
export async function emulatedApp(options: EmulatedAppOptions): Promise<EmulatedApp> {
  const [folder] = await readProviders([options.slug]);
  if (!folder) throw new Error(`There is no provider "${options.slug}".`);
  const { provider } = folder;
  const actions = new Map<string, Action>(folder.actions.map(({ action }) => [action.id, action]));
  const succeeded = new Set<string>();

  async function send(request: Parameters<typeof encodeRequest>[1], as: Action["responseType"] = "json") {
    const { method, url, headers, body } = encodeRequest(provider, request);
    if (!provider.hosts.includes(url.hostname)) throw new Error(`${url.hostname} is not a host of ${provider.slug}.`);
    const answer = await fetch(mapOrigin(options.origins, url), {
      method,
      headers: { ...headers, ...options.headers },
      body: typeof body === "string" || body === null ? body : new Uint8Array(body),
    });
    const response = decodeResponse(answer.status, answer.headers, new Uint8Array(await answer.arrayBuffer()), as);
    const refusal = provider.refuse?.(response);
    if (refusal) throw new Error(`${refusal.code}: ${refusal.message ?? ""}`);
    if (answer.status >= 300) throw new Error(`status ${answer.status}: ${JSON.stringify(response.body)}`);
    return response;
  }

  function planOf(actionId: string, input: unknown): { action: Action; plan: Plan } {
    const action = actions.get(actionId);
    if (!action) throw new Error(`There is no action "${actionId}".`);
    const plan = action.plan(input);
    if (!plan.ok) throw new Error(`invalid_arguments: ${plan.problems.messages.join("; ")}`);
    return { action, plan };
  }

  function newContext(files: Readonly<Record<string, FileContent>>): RequestContext {
    const file = (field: string): FileContent => {
      const content = files[field];
      if (!content) throw new Error(`No file for "${field}".`);
      return content;
    };
    const account = { id: options.accountId ?? null, label: null, metadata: options.metadata ?? {} };
    return { account, file, mark: crypto.randomUUID().replaceAll("-", "") };
  }

  async function look(plan: Plan, context: RequestContext): Promise<Looked> {
    if (!plan.settle) throw new Error("This action does not say how to settle it.");
    const answer = await send(plan.settle.request(context));
    try {
      return { certain: true, output: plan.settle.result(answer, context) };
    } catch (error) {
      if (error instanceof z.ZodError) return { certain: false };
      throw error;
    }
  }

  return {
    provider,
    succeeded,
    actionIds: [...actions.keys()],
    async run(actionId, input, files = {}) {
      const { action, plan } = planOf(actionId, input);
      const context = newContext(files);
      const output = plan.result(await send(plan.request(context), action.responseType));
      succeeded.add(actionId);
      if (plan.settle && !options.withoutLookup?.includes(actionId)) {
        const looked = await look(plan, context);
        const found = looked.certain && looked.output !== null;
        if (!found) throw new Error(`settle() of ${actionId} does not find what it has just made.`);
      }
      return output;
    },
    lookUp: (actionId, input) => look(planOf(actionId, input).plan, newContext({})),
    async identity(fields = {}) {
      return provider.identity.result(await send(provider.identity.request(fields)), fields);
    },
  };
}
