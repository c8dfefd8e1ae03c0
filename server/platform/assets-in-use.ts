import type { Assets } from "./assets.ts";

let current: Assets | null = null;

export const useAssets = (assets: Assets): void => {
  current = assets;
};

export const loadedAssets = (): Assets => {
  if (!current) throw new Error("useAssets() comes before the first page");
  return current;
};
