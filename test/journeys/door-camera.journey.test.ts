import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import encodeQR from "qr";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { doorUrl } from "#server/events/answer-registration.ts";
import { setClock, today } from "#server/platform/clock.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import { signedInAgain } from "#test/support/given-companies.ts";
import { type Fair, givenFair, givenRegistered, press, registrationsOf } from "#test/support/given-datings.ts";
import { givenPerson } from "#test/support/people.ts";
import { checkPage } from "./support/check-page.ts";
import { executable, openSite, quiet, type Site, signIn } from "./support/site.ts";

let site: Site;
let fair: Fair;
const folder = mkdtempSync(join(tmpdir(), "elan-camera-"));
const day = addDays(today(), 25);
const opening = instantOf(`${day}T08:50`);

beforeAll(async () => {
  site = await openSite();
  fair = await givenFair(site.house, { day, opens: "09:00", closes: "10:30" });
});
afterEach(() => setClock());
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const [width, height] = [640, 480];

/** What a camera sees: a badge's code on grey paper, in the raw format that Chromium plays instead of a camera. */
const filmOf = (text: string): string => {
  const code = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const size = 6;
  const [left, top] = [width, height].map((length) => Math.floor((length - code.length * size) / 2)) as [
    number,
    number,
  ];
  const luma = Buffer.alloc(width * height, 150);
  for (const [y, row] of code.entries())
    for (const [x, dark] of row.entries())
      for (let line = 0; line < size; line++) {
        const at = (top + y * size + line) * width + left + x * size;
        luma.fill(dark ? 20 : 235, at, at + size);
      }
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, Buffer.alloc((width * height) / 2, 128)]);
  const film = join(folder, "badge.y4m");
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(film, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
  return film;
};

const openTablet = async (camera: readonly string[]): Promise<{ tablet: Page; context: BrowserContext }> => {
  const context = await chromium.launchPersistentContext(mkdtempSync(join(folder, "profile-")), {
    executablePath: executable,
    args: [...quiet, ...camera],
    baseURL: site.url,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 360, height: 740 },
  });
  const tablet = context.pages()[0] ?? (await context.newPage());
  tablet.setDefaultTimeout(15_000);
  await tablet.clock.setSystemTime(opening);
  setClock(opening);
  await signIn(tablet, site.url, await signedInAgain(fair.officer));
  await tablet.goto(`/bureau/evenements/${fair.datingId}/accueil`);
  await tablet.getByText("en direct").waitFor();
  return { tablet, context };
};

const arrived = async (): Promise<string[]> =>
  (await registrationsOf(fair.datingId))
    .filter(({ arrivedAt }) => arrivedAt !== null)
    .map(({ firstName }) => firstName);

describe("the camera of the door", () => {
  it("reads a badge once, says whose it is, and stops when asked", { timeout: 120_000 }, async () => {
    const ana = await givenPerson({ firstName: "Ana", lastName: "Passant" });
    const wishes = fair.recruiters.map(({ companyId }) => companyId);
    const { registration } = await givenRegistered(site.house, fair, wishes, ana);
    await press(site.house, fair, "planning");
    await press(site.house, fair, "planning/publication");
    const film = filmOf(doorUrl(registration));
    const { tablet, context } = await openTablet([
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ]);

    await tablet.getByRole("button", { name: "Lire le code avec la caméra" }).click();

    await tablet.getByText("Ana Passant, n° 1.").waitFor();
    await expect.poll(arrived).toEqual(["Ana"]);
    await checkPage(tablet, "door-camera");
    await tablet.getByRole("button", { name: "Arrêter la caméra" }).click();
    await tablet.getByRole("button", { name: "Lire le code avec la caméra" }).waitFor();
    expect(await tablet.locator("video").isVisible()).toBe(false);
    await context.close();
  });

  it("says what to do where there is none", { timeout: 60_000 }, async () => {
    const { tablet, context } = await openTablet([]);

    await tablet.getByRole("button", { name: "Lire le code avec la caméra" }).click();

    await tablet.getByText("La caméra ne s’ouvre pas. Tapez les six lettres du badge.").waitFor();
    await tablet.getByRole("button", { name: "Lire le code avec la caméra" }).waitFor();
    await context.close();
  });
});
