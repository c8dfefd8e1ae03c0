import { typeset } from "#client/kernel/typeset.ts";
import type { DoorMemory } from "./door-queue.ts";

// What the door says: one answer at a time, the state of the line, and what somebody must look at.

export const sayAnswer = (root: HTMLElement, words: string, kind: "good" | "bad"): void => {
  const said = document.createElement("p");
  said.className = `notice ${kind === "good" ? "done" : "wrong-box"}`;
  said.textContent = typeset(words);
  const place = root.querySelector("[data-door-answer]");
  place?.replaceChildren(said);
  // A name is pressed far down a list: the answer is read before the next person comes.
  place?.scrollIntoView({ block: "center" });
};

export const sayState = (root: HTMLElement, words: string, { queue }: DoorMemory): void => {
  const place = root.querySelector("[data-door-state]");
  if (place) place.textContent = ` · ${typeset(words)}${queue.length > 0 ? `, ${queue.length} à envoyer` : ""}`;
};

export const sayCountOf = (root: HTMLElement, arrived: number): void => {
  const place = root.querySelector("[data-door-count]");
  if (place) place.textContent = String(arrived);
};

export const showRefused = (root: HTMLElement, { refused }: DoorMemory, onSeen: (key: string) => void): void => {
  const boxes = refused.map(({ key, said }) => {
    const box = document.createElement("div");
    const button = document.createElement("button");
    box.className = "notice";
    box.textContent = `À vérifier. ${typeset(said)} `;
    button.className = "link";
    button.type = "button";
    button.textContent = "C’est vu";
    button.addEventListener("click", () => onSeen(key));
    box.append(button);
    return box;
  });
  root.querySelector("[data-door-pending]")?.replaceChildren(...boxes);
};
