import type { SearchEngine } from "./port.ts";

/** The engine chosen at start. Every index of the product is opened on it. */
export const searchEngine = (): SearchEngine => {
  if (current === null) throw new Error("No search engine yet: call useSearch at start.");
  return current;
};

export const useSearch = (engine: SearchEngine): void => {
  current = engine;
};

let current: SearchEngine | null = null;
