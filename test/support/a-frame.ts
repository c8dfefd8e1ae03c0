import type { Frame } from "#client/kernel/layout.tsx";
import { visitor } from "#shared/kernel/actor.ts";

/** What a page is set in, for a visitor of the offers unless said. */
export const aFrame = (overrides: Partial<Frame> = {}): Frame => ({
  actor: visitor,
  phone: "0 800 00 00 19",
  territoryName: "Corrèze",
  inTerritory: "en Corrèze",
  publicUrl: "https://elan.example",
  assets: { css: "/a.css", fontCss: "/font.css", script: "/a.js", island: (name) => `/${name}.js` },
  path: "/offres",
  saveData: false,
  notice: null,
  ...overrides,
});
