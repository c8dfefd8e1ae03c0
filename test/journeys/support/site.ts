import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { openSockets } from "#server/http/sockets.ts";
import { type House, openHouse } from "#test/support/house.ts";
import type { Person } from "#test/support/people.ts";

export type Site = {
  readonly house: House;
  readonly url: string;
  /** A browser of its own: cookies are not shared between two visits. */
  readonly visit: (options?: Visit) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export type Visit = { width?: 1280 | 360; script?: boolean; person?: Person; dark?: boolean };

export const executable = "/usr/bin/chromium";

export const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The product on a port of its own, its jobs performed as they come, and a Chromium to use it with. */
export const openSite = async (): Promise<Site> => {
  const house = await openHouse();
  const http = createServer(house.app);
  const sockets = openSockets(http);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath: executable, args: quiet });
  const url = `http://localhost:${portOf(http)}`;
  const draining = setInterval(() => void house.drain().catch(() => undefined), 200);
  return {
    house,
    url,
    visit: (options = {}) => openPage(browser, url, options),
    close: async () => {
      clearInterval(draining);
      await browser.close();
      await sockets.close();
      await new Promise<void>((resolve) => http.close(() => resolve()));
      await house.close();
    },
  };
};

const portOf = (http: Server): number => (http.address() as AddressInfo).port; // it listens on TCP

const openPage = async (browser: Browser, url: string, visit: Visit): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: url,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: visit.width ?? 1280, height: visit.width === 360 ? 740 : 900 },
    javaScriptEnabled: visit.script ?? true,
    colorScheme: visit.dark ? "dark" : "light",
  });
  const page = await context.newPage();
  if (visit.person) await signIn(page, url, visit.person);
  page.setDefaultTimeout(15_000);
  return page;
};

/** Over the browser's own protocol: Playwright's cookies carry a domain, which the __Host- prefix forbids. */
export const signIn = async (page: Page, url: string, person: Person): Promise<void> => {
  const [name = "", value = ""] = person.cookie.split("=");
  const session = await page.context().newCDPSession(page);
  const cookie = { name, value, path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;
  const { success } = await session.send("Network.setCookie", { ...cookie, url: url.replace("http:", "https:") });
  if (!success) throw new Error("the browser refused the session's cookie");
};
