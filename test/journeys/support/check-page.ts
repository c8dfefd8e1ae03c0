import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = "/tmp/shots";

type AxeAnswer = { violations: { id: string; nodes: { html: string }[] }[] };

/**
 * What every page must hold: no axe violation (WCAG 2.2 A and AA), no sideways scrolling, the phone number,
 * one h1, a title. Leaves a picture in /tmp/shots to look at.
 */
export const checkPage = async (page: Page, name: string): Promise<void> => {
  const width = page.viewportSize()?.width ?? 0;
  mkdirSync(folder, { recursive: true });
  // The picture is for people to look at: Chromium now and then cannot take one, which says nothing of the page.
  await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true }).catch(() => undefined);
  expect(await page.locator("h1").count(), `${name}: one h1`).toBe(1);
  expect(await page.title(), `${name}: a title`).toMatch(/Élan Emploi/);
  expect(await page.locator('a[href^="tel:"]').count(), `${name}: the phone number`).toBeGreaterThan(0);
  expect(await sidewaysScroll(page), `${name}: sideways scroll at ${width}`).toBeLessThanOrEqual(1);
  expect(await violationsOf(page), `${name}: axe`).toEqual([]);
};

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Runs in the page's isolated world, so that the page's own policy against foreign scripts stays in force. */
const violationsOf = async (page: Page): Promise<string[]> => {
  if (!(await scriptRuns(page))) return [];
  await page.evaluate(axeSource);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = (await page.evaluate(
    (wanted) => (window as unknown as { axe: { run: (o: object) => Promise<unknown> } }).axe.run({ runOnly: wanted }),
    tags,
  )) as AxeAnswer; // the shape axe documents
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
};

const scriptRuns = (page: Page): Promise<boolean> =>
  page.evaluate("true").then(Boolean, () => false) as Promise<boolean>;
