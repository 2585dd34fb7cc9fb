import { z } from "zod";
import type { Serve } from "./strict-emulator.ts";

const Event = z.looseObject({ id: z.string() });
const Events = z.object({ items: z.array(Event) });
const Named = z.looseObject({ id: z.string().optional() });
const File = z.looseObject({ name: z.string(), mimeType: z.string(), parents: z.array(z.string()).optional() });
const Copy = z.object({ name: z.string().optional(), parents: z.array(z.string()).optional() });
const Share = z.object({ role: z.string(), type: z.string() });

const missing = () =>
  Response.json(
    { error: { code: 404, message: "Requested entity was not found.", status: "NOT_FOUND" } },
    { status: 404 },
  );

/** The same caller's request to another address. */
function also(
  request: Request,
  path: string,
  init: { method?: string; body?: string | Blob; type?: string } = {},
): Request {
  const headers = new Headers({ authorization: request.headers.get("authorization") ?? "" });
  if (init.body !== undefined) headers.set("content-type", init.type ?? "application/json");
  const { method = "GET", body } = init;
  return new Request(new URL(path, request.url), { method, headers, ...(body === undefined ? {} : { body }) });
}

/** One event by id, changing one, quick adding, and ids of the client's own: what emulate 0.12.2 lacks of Calendar, from what it has. */
function calendar(serve: Serve): (request: Request, calendarId: string, id: string | undefined) => Promise<Response> {
  const theirs = new Map<string, string>();
  const ourId = (id: string) => [...theirs].find(([, other]) => other === id)?.[0] ?? id;
  const shown = async (answer: Response) => {
    if (!answer.ok || answer.status === 204) return answer;
    const body: unknown = await answer.json();
    const list = Events.safeParse(body);
    const one = Event.safeParse(body);
    if (list.success)
      return Response.json({
        ...z.looseObject({}).parse(body),
        items: list.data.items.map((event) => ({ ...event, id: ourId(event.id) })),
      });
    return Response.json(one.success ? { ...one.data, id: ourId(one.data.id) } : body);
  };
  const made = async (request: Request, list: string, event: z.infer<typeof Named>) => {
    const answer = await serve(also(request, list, { method: "POST", body: JSON.stringify(event) }));
    const created = Event.safeParse(answer.ok ? await answer.clone().json() : null);
    if (event.id !== undefined && created.success) theirs.set(event.id, created.data.id);
    return shown(answer);
  };
  return async (request, calendarId, id) => {
    const list = `/calendar/v3/calendars/${calendarId}/events`;
    if (id === undefined && request.method === "POST") return made(request, list, Named.parse(await request.json()));
    if (id === undefined) return shown(await serve(request));
    if (id === "quickAdd" && request.method === "POST") {
      const summary = new URL(request.url).searchParams.get("text") ?? "";
      const at = (hours: number) => ({ dateTime: new Date(Date.now() + hours * 3_600_000).toISOString() });
      return made(request, list, { summary, start: at(1), end: at(2) });
    }
    const stored = theirs.get(id) ?? id;
    if (request.method === "DELETE") return serve(also(request, `${list}/${stored}`, { method: "DELETE" }));
    const all = await serve(also(request, `${list}?maxResults=2500`));
    if (!all.ok) return all;
    const event = Events.parse(await all.json()).items.find((item) => item.id === stored);
    if (!event) return missing();
    if (request.method === "GET") return Response.json({ ...event, id });
    await serve(also(request, `${list}/${stored}`, { method: "DELETE" }));
    return made(request, list, { ...event, ...Named.parse(await request.json()), id });
  };
}

/** Copying, exporting and sharing a file: what emulate 0.12.2 lacks of Drive, from what it has. */
function drive(serve: Serve): (request: Request, id: string, what: string) => Promise<Response> {
  return async (request, id, what) => {
    const facts = await serve(also(request, `/drive/v3/files/${id}?fields=*`));
    if (!facts.ok) return facts;
    const file = File.parse(await facts.json());
    if (what === "permissions") {
      const { role, type } = Share.parse(await request.json());
      return Response.json({ id: crypto.randomUUID(), role, type });
    }
    const content = await (await serve(also(request, `/drive/v3/files/${id}?alt=media`))).arrayBuffer();
    if (what === "export") {
      const type = new URL(request.url).searchParams.get("mimeType") ?? "text/plain";
      return new Response(content, { headers: { "content-type": type } });
    }
    const { name = `Copy of ${file.name}`, parents = file.parents ?? [] } = Copy.parse(await request.json());
    const about = `Content-Type: application/json\r\n\r\n${JSON.stringify({ name, parents, mimeType: file.mimeType })}`;
    const head = `--copy\r\n${about}\r\n--copy\r\nContent-Type: ${file.mimeType}\r\n\r\n`;
    const body = new Blob([head, content, "\r\n--copy--\r\n"]);
    const upload = "/upload/drive/v3/files?uploadType=multipart&fields=*";
    return serve(also(request, upload, { method: "POST", body, type: "multipart/related; boundary=copy" }));
  };
}

/** Google as this project's actions need it: emulate's own endpoints, and six more made of them. */
export function googleGate(serve: Serve): Serve {
  const onCalendar = calendar(serve);
  const onDrive = drive(serve);
  return (request) => {
    const { pathname } = new URL(request.url);
    const event = /^\/calendar\/v3\/calendars\/([^/]+)\/events(?:\/([^/]+))?$/.exec(pathname);
    if (event?.[1]) return onCalendar(request, event[1], event[2]);
    const file = /^\/drive\/v3\/files\/([^/]+)\/(copy|export|permissions)$/.exec(pathname);
    return file?.[1] && file[2] ? onDrive(request, file[1], file[2]) : serve(request);
  };
}
