/** An HTTP message as plain data, to be handed between a worker and a cell. */
export interface PlainRequest {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export interface PlainResponse extends PlainRequest {
  readonly status: number;
}

/** A response, read to its end. */
export async function plainResponse(response: Response): Promise<PlainResponse> {
  return { status: response.status, headers: [...response.headers], body: await response.text() };
}

/** The response that was handed over. */
export function responseOf({ status, headers, body }: PlainResponse): Response {
  const list = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  return new Response(body === "" ? null : body, { status, headers: list });
}
