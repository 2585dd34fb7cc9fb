import { toolName } from "@clawlink/contract";
import {
  type Action,
  defineAction,
  defineProvider,
  FileField,
  type ManifestApp,
  type Provider,
  path,
} from "@clawlink/provider-kit";
import { z } from "zod";
import type { Catalog } from "../ports.ts";

const Order = z.object({ id: z.string().describe("Id."), note: z.string().nullish().describe("Note.") });
const docs = "https://docs.shop.example/orders";
const facts = { docs, idempotent: false, reversible: false, scopes: [] } as const;

/** An invented provider whose tokens are renewed, which says no in 2xx bodies too. */
export const shop: Provider = defineProvider({
  slug: "shop",
  name: "Shop",
  category: "payments",
  summary: "Takes orders.",
  docsUrl: docs,
  baseUrl: "https://api.shop.example",
  hosts: ["api.shop.example", "files.shop.example"],
  auth: {
    kind: "oauth2",
    client: "shop",
    authorizeUrl: "https://shop.example/authorize",
    tokenUrl: "https://api.shop.example/token",
    scopes: {},
    scopeSeparator: " ",
    pkce: true,
    clientAuthentication: "body",
    refresh: "rotating",
    registrationUrl: "https://shop.example/apps",
  },
  requestIdHeader: "x-request-id",
  limits: { headers: { remaining: "x-left", reset: "x-reset", resetUnit: "seconds" } },
  identity: {
    request: () => ({ method: "GET", path: "/me" }),
    result: ({ body }) => ({ accountId: z.object({ id: z.string() }).parse(body).id, label: "Owner" }),
  },
  refuse({ body }) {
    const code = z
      .object({ refusal: z.enum(["needs_reauth", "rate_limited", "provider_rejected", "provider_unavailable"]) })
      .safeParse(body);
    return code.success ? { code: code.data.refusal, message: "The shop said no." } : null;
  },
});

const getOrder = defineAction({
  ...facts,
  id: "get_order",
  title: "Get an order",
  description: "Reads an order.",
  effect: "read",
  input: z.object({ id: z.string().describe("Id.") }),
  output: Order,
  request: ({ id }) => ({ method: "GET", path: path`/orders/${id}` }),
  result: ({ body }) => body,
});

const createOrder = defineAction({
  ...facts,
  id: "create_order",
  title: "Create an order",
  description: "Creates an order.",
  effect: "write",
  input: z.object({ note: z.string().describe("Note.") }),
  output: Order,
  request: ({ note }) => ({ method: "POST", path: "/orders", body: { json: { note } } }),
  result: ({ body }) => body,
});

const payOrder = defineAction({
  ...facts,
  id: "pay_order",
  title: "Pay an order",
  description: "Pays an order, once however often it is sent.",
  effect: "write",
  idempotencyHeader: "Idempotency-Key",
  input: z.object({ id: z.string().describe("Id.") }),
  output: Order,
  request: ({ id }) => ({ method: "POST", path: path`/orders/${id}/pay` }),
  result: ({ body }) => body,
});

const markOrder = defineAction({
  ...facts,
  id: "mark_order",
  title: "Mark an order",
  description: "Creates an order that can be found again by its mark.",
  effect: "write",
  input: z.object({}),
  output: Order,
  request: (_input, { mark }) => ({ method: "POST", path: "/orders", body: { json: { note: mark } } }),
  result: ({ body }) => body,
  settle: {
    request: (_input, { mark }) => ({ method: "GET", path: "/orders", query: { note: mark } }),
    result: ({ body }, _input, { mark }) =>
      z
        .object({ orders: z.array(Order) })
        .parse(body)
        .orders.find(({ note }) => note === mark) ?? null,
  },
});

const attachFile = defineAction({
  ...facts,
  id: "attach_file",
  title: "Attach a file",
  description: "Attaches a file to an order.",
  effect: "write",
  input: z.object({ id: z.string().describe("Id."), file: FileField.describe("The file.") }),
  output: Order,
  request: ({ id }, { file }) => ({
    method: "POST",
    path: path`/orders/${id}/files`,
    body: { content: file("file").bytes, contentType: file("file").mimetype },
  }),
  result: ({ body }) => body,
});

const actions = [getOrder, createOrder, payOrder, markOrder, attachFile];

function manifestOf(action: Action) {
  const keys = Object.keys(action.input.shape);
  return {
    ...{ id: action.id, tool: toolName("shop", action.id), title: action.title, description: action.description },
    ...{ effect: action.effect, idempotent: action.idempotent, scopes: action.scopes, required: keys, optional: [] },
    files: keys.filter((key) => key === "file"),
    tags: [],
  };
}

const app: ManifestApp = {
  slug: "shop",
  name: "Shop",
  category: "payments",
  summary: "Takes orders.",
  docsUrl: docs,
  flow: "oauth",
  fields: [],
  helpUrl: null,
  client: "shop",
  registrationUrl: null,
  scopes: {},
  actions: actions.map(manifestOf),
};

function describe(action: Action) {
  const detail = {
    ...{ action_id: action.id, title: action.title, description: action.description, side_effect_level: action.effect },
    input_summary: { required: Object.keys(action.input.shape), optional: [] },
    ...{ requires_confirmation: action.effect !== "read", idempotent: action.idempotent, supports_async: false },
    input_schema: z.toJSONSchema(action.input),
  };
  return [action.id, { detail, hints: {} }] as const;
}

/** A catalog with the shop alone. */
export const toyCatalog: Catalog = {
  apps: [app],
  provider: async () => shop,
  action: async (_slug, id) => actions.find((action) => action.id === id) ?? getOrder,
  describe: async () => Object.fromEntries(actions.map(describe)),
};
