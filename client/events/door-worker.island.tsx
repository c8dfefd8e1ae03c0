import { doorCache } from "./door-keeping.ts";

// Between the door's page and the network: when the network fails, what was kept answers. Nothing else is touched.

type Wake = Event & { waitUntil: (done: Promise<unknown>) => void };
type Fetching = Wake & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Worker = EventTarget & { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> } };

const worker = self as unknown as Worker; // TypeScript's DOM knows the window only

const isDoor = /^\/bureau\/evenements\/[0-9a-f]{24}\/accueil$/;

worker.addEventListener("install", (event) => (event as Wake).waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => (event as Wake).waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (isDoor.test(pathname)) (event as Fetching).respondWith(orKept(request, pathname));
  else if (pathname.startsWith("/assets/")) (event as Fetching).respondWith(orKept(request, request.url));
});

/** A cut line may hang for minutes: whoever stands at the door waits four seconds. */
const patienceMs = 4_000;

const orKept = async (request: Request, name: string): Promise<Response> => {
  const kept = await (await caches.open(doorCache)).match(name);
  if (!kept) return fetch(request);
  try {
    return await Promise.race([fetch(request), tooLate()]);
  } catch {
    return kept;
  }
};

const tooLate = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error("no network")), patienceMs);
  });
