interface Gateway {
  readonly WEB: { fetch(request: Request): Promise<Response> };
}

/** Hands every request to the web worker as it came. */
export default {
  fetch: (request: Request, { WEB }: Gateway): Promise<Response> => WEB.fetch(request),
};
