/** What this browser keeps of the door, and nothing else; a sign-out empties it (Clear-Site-Data). */
export const doorCache = "elan-porte";

/** Keeps this page and what it needs, so that it opens again without network; once the day is over, forgets it. */
export const keepAtHand = async (doorIsOpen: boolean): Promise<void> => {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return;
  if (!doorIsOpen) {
    await caches.delete(doorCache);
    return;
  }
  await navigator.serviceWorker.register("/bureau/porte.js", { scope: "/bureau/evenements/" }).catch(() => undefined);
  const cache = await caches.open(doorCache);
  const page = await fetch(location.pathname, { headers: { accept: "text/html" } }).catch(() => null);
  if (!page?.ok || page.redirected) return; // without network what was kept before stays
  await cache.put(location.pathname, page);
  await cache.addAll(assetsOf(document));
};

const assetsOf = (page: Document): string[] =>
  [...page.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel="stylesheet"], script[src]')].map((one) =>
    one instanceof HTMLLinkElement ? one.href : one.src,
  );
