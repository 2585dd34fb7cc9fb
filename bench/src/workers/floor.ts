import { Hono } from "hono";

/** The least a proxy can do: one route, one fetch, the answer as it comes. What the product is measured against. */
const app = new Hono<{ Bindings: { UPSTREAM: string } }>();

app.all("/*", (context) => {
  const { pathname, search } = new URL(context.req.url);
  return fetch(new Request(context.env.UPSTREAM + pathname + search, context.req.raw));
});

export default app;
