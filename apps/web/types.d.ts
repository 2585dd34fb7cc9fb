declare module "*.css";

declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

/** What `opennextjs-cloudflare build` leaves behind. */
declare module "*/.open-next/worker.js" {
  const worker: {
    fetch(request: Request, environment: unknown, context: unknown): Promise<Response>;
  };
  export default worker;
}
