import type { Arrival } from "#shared/events/arrival.ts";
import { countUnnamed, type DoorMemory } from "./door-queue.ts";

// Those who give no name: each press has a key of its own, and the last one may be taken back, network or not.

type Unnamed = Pick<Arrival, "key" | "unnamed" | "undoes">;

const place = (root: HTMLElement): HTMLElement | null => root.querySelector("[data-door-unnamed-count]");

export const listenToUnnamed = (root: HTMLElement, note: (arrival: Unnamed) => void): void => {
  const pressed: string[] = [];
  place(root)?.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement; // only forms are submitted
    const isBack = form.action.endsWith("/annulation");
    const last = isBack ? pressed.pop() : undefined;
    if (isBack && last === undefined) return; // pressed before this page was opened: the server takes its last one back
    event.preventDefault();
    event.stopPropagation();
    const key = crypto.randomUUID();
    if (last === undefined) pressed.push(key);
    note(last === undefined ? { key, unnamed: true } : { key, undoes: last });
  });
};

export const showUnnamed = (root: HTMLElement, memory: DoorMemory): void => {
  const shown = place(root)?.querySelector("[data-door-unnamed-shown]");
  if (shown) shown.textContent = String(countUnnamed(memory));
};
