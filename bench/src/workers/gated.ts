import type { Bindings } from "../../../apps/api/src/environment.ts";
import { Account as Ungated } from "../../../apps/api/src/worker.ts";

export { ClientPace, default, WebRpc } from "./product.ts";

/** The product's bindings, and where its cells ask before they publish a credential. */
interface GatedBindings extends Bindings {
  readonly GATE: string;
}

/** `target` with some of its methods replaced. */
function withMethods<T extends object>(target: T, methods: Partial<T>): T {
  return new Proxy(target, {
    get(object, property) {
      const value: unknown = Reflect.get(property in methods ? methods : object, property);
      return typeof value === "function" ? value.bind(object) : value;
    },
  });
}

/** The product's cell on bindings that ask the bench before a credential goes to KV, and before D1 names it; it may never be answered. */
export class Account extends Ungated {
  constructor(context: DurableObjectState, bindings: GatedBindings) {
    const { CREDENTIALS, DB, GATE } = bindings;
    const passing = (point: string) => fetch(`${GATE}/${point}`);
    const gated = (statement: D1PreparedStatement): D1PreparedStatement =>
      withMethods(statement, {
        bind: (...values: unknown[]) => gated(statement.bind(...values)),
        // The one form that drizzle uses for an update that returns rows.
        raw: async (options?: { columnNames?: boolean }) => {
          await passing("d1");
          return Reflect.apply(statement.raw, statement, [options]);
        },
      });
    super(context, {
      ...bindings,
      CREDENTIALS: withMethods(CREDENTIALS, {
        put: async (...args: Parameters<KVNamespace["put"]>) => {
          if (args[0].startsWith("credential/")) await passing("kv");
          return CREDENTIALS.put(...args);
        },
      }),
      DB: withMethods(DB, {
        prepare: (query: string) => {
          const statement = DB.prepare(query);
          return /^update "user_integrations" set.*"credential_version" = /.test(query) ? gated(statement) : statement;
        },
      }),
    });
  }
}
