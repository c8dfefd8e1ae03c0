import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { MultiSearchQuery, Settings } from "meilisearch";
import { compileFilter, type Kept, Refused } from "./documented-filter.ts";
import { answerQuery, type KeptIndex } from "./documented-search.ts";

type Task = { uid: number; type: string; indexUid: string | null; status: string; error: object | null };
type Received = { readonly uid: string; readonly query: URLSearchParams; readonly body: unknown };
type Reply = { readonly status: number; readonly body: object };

export type DocumentedMeilisearch = {
  readonly url: string;
  /** The next tasks fail, though they were accepted with a 202. */
  failNext: (tasks: number) => void;
  /** From now on, only this key is taken; null takes everyone, as an engine without a master key does. */
  readonly want: (key: string | null) => void;
  readonly close: () => Promise<void>;
};

/**
 * Meilisearch as its API reference says it behaves, for what we use of it: writes are accepted at once and done later
 * as tasks in turn, an unknown field or attribute is refused. It proves our side of the talk, never the engine itself.
 */
export const documentedMeilisearch = async ({ taskMs } = { taskMs: 2 }): Promise<DocumentedMeilisearch> => {
  const indexes = new Map<string, KeptIndex>();
  const tasks: Task[] = [];
  let failing = 0;
  let wanted: string | null = null;
  let last: Promise<void> = Promise.resolve();

  const accept = (type: string, indexUid: string | null, perform: () => void): Reply => {
    const task: Task = { uid: tasks.length, type, indexUid, status: "enqueued", error: null };
    tasks.push(task);
    last = last
      .then(() => new Promise<void>((later) => setTimeout(later, taskMs)))
      .then(() => {
        if (failing > 0) {
          failing -= 1;
          throw new Refused("no_space_left_on_device", "Disk full");
        }
        perform();
        task.status = "succeeded";
      })
      .catch((error: unknown) => {
        task.status = "failed";
        task.error = { code: error instanceof Refused ? error.code : "internal", message: String(error) };
      });
    return { status: 202, body: { ...task, taskUid: task.uid, enqueuedAt: "2026-01-01T00:00:00Z" } };
  };

  const indexOf = (uid: string): KeptIndex => {
    const index = indexes.get(uid);
    if (index === undefined) throw new Refused("index_not_found", `Index \`${uid}\` not found.`);
    return index;
  };

  const read = (
    uid: string,
    asked: { filter?: string; ids?: string[]; fields?: string[]; limit: number; offset: number },
  ): Reply => {
    const { settings, documents } = indexOf(uid);
    const accepts = compileFilter(
      asked.filter ? [asked.filter] : [],
      (settings.filterableAttributes ?? []) as string[],
    );
    const found = [...documents.values()].filter((each) => accepts(each) && (asked.ids?.includes(each.id) ?? true));
    const results = found
      .slice(asked.offset, asked.offset + asked.limit)
      .map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => asked.fields?.includes(name) ?? true)));
    return { status: 200, body: { results, total: found.length, offset: asked.offset, limit: asked.limit } };
  };

  const routes: Readonly<Record<string, (asked: Received) => Reply>> = {
    "GET health": () => ({ status: 200, body: { status: "available" } }),
    "GET tasks": () => ({ status: 200, body: { results: [], total: 0, limit: 1, from: null, next: null } }),
    "GET tasks/*": ({ uid }) => {
      const task = tasks[Number(uid)];
      if (!task) throw new Refused("task_not_found", uid);
      return { status: 200, body: { ...task, enqueuedAt: "2026-01-01T00:00:00Z" } };
    },
    "POST indexes": ({ body }) => {
      const { uid: name } = body as { uid: string };
      return accept("indexCreation", name, () => {
        if (indexes.has(name)) throw new Refused("index_already_exists", name);
        indexes.set(name, { settings: {}, documents: new Map() });
      });
    },
    "DELETE indexes/*": ({ uid }) => accept("indexDeletion", uid, () => void (indexOf(uid) && indexes.delete(uid))),
    "PATCH indexes/*/settings": ({ uid, body }) =>
      accept("settingsUpdate", uid, () => void Object.assign(indexOf(uid).settings, body as Settings)),
    "POST indexes/*/documents": ({ uid, body }) =>
      accept("documentAdditionOrUpdate", uid, () => {
        for (const document of body as Kept[]) indexOf(uid).documents.set(document.id, document);
      }),
    "GET indexes/*/documents": ({ uid, query }) => {
      const ids = query.get("ids")?.split(",");
      const page = { limit: Number(query.get("limit") ?? 20), offset: Number(query.get("offset") ?? 0) };
      return read(uid, { ...page, ...(ids && { ids }), ...fieldsOf(query.get("fields")?.split(",")) });
    },
    "POST indexes/*/documents/fetch": ({ uid, body }) => {
      const { fields, ...asked } = body as { filter: string; fields?: string[]; limit?: number; offset?: number };
      return read(uid, { limit: 20, offset: 0, ...asked, ...fieldsOf(fields) });
    },
    "POST multi-search": ({ body }) => {
      const { queries } = body as { queries: MultiSearchQuery[] };
      return { status: 200, body: { results: queries.map((query) => answerQuery(indexOf(query.indexUid), query)) } };
    },
    "POST swap-indexes": ({ body }) => {
      const [
        {
          indexes: [one, other],
        },
      ] = body as [{ indexes: [string, string] }];
      return accept("indexSwap", null, () => {
        const [kept, next] = [indexOf(one), indexOf(other)];
        indexes.set(one, next).set(other, kept);
      });
    },
  };

  const reply = (method: string, address: URL, body: unknown): Reply => {
    const [, first = "", uid = "", ...rest] = address.pathname.split("/");
    const route = routes[`${method} ${[first, ...(uid === "" ? [] : ["*"]), ...rest].join("/")}`];
    if (route === undefined) throw new Refused("not_found", `${method} ${address.pathname}`);
    return route({ uid, query: address.searchParams, body });
  };

  const server = createServer(async (request, response) => {
    let answer: Reply;
    try {
      const address = new URL(request.url ?? "", "http://localhost");
      const body = await bodyOf(request);
      if (address.pathname !== "/health") refuseKey(request.headers.authorization, wanted);
      answer = reply(request.method ?? "", address, body);
    } catch (error) {
      const code = error instanceof Refused ? error.code : "internal";
      answer = {
        status: statusOf(code),
        body: { message: String(error), code, type: "invalid_request", link: "" },
      };
    }
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${port}`,
    want: (key) => {
      wanted = key;
    },
    failNext: (count) => {
      failing = count;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
};

const statuses: Readonly<Record<string, number>> = { missing_authorization_header: 401, invalid_api_key: 403 };

const statusOf = (code: string): number => statuses[code] ?? (code.endsWith("not_found") ? 404 : 400);

const refuseKey = (header: string | undefined, wanted: string | null): void => {
  if (wanted === null || header === `Bearer ${wanted}`) return;
  if (header === undefined) throw new Refused("missing_authorization_header", "The Authorization header is missing.");
  throw new Refused("invalid_api_key", "The provided API key is invalid.");
};

const fieldsOf = (fields: string[] | undefined): { fields?: string[] } => (fields ? { fields } : {});

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? null : JSON.parse(text);
};
