import { forgetAnswer, type KeptAnswer, keepAnswer, readKept } from "./way-out-queue.ts";

// One question at a time; each questionnaire is kept here first, then sent until the server has answered it.

const everyMs = 10_000;
/** Somebody who leaves in the middle leaves no half answer to the next one. */
const idleMs = 45_000;
const thanksMs = 4_000;
let sending = false;

const root = document.querySelector<HTMLElement>("[data-way-out]");
const form = root?.querySelector("form");
if (root && form) open(root, form, root.dataset.wayOut ?? "");

function open(place: HTMLElement, asked: HTMLFormElement, token: string): void {
  const steps = [...asked.querySelectorAll<HTMLElement>("[data-way-out-step]")];
  let idle = 0;
  const go = (index: number): void => {
    steps.forEach((step, at) => {
      step.hidden = at !== index;
    });
    place.dataset.wayOutAt = String(index);
    clearTimeout(idle);
    if (index > 0) idle = window.setTimeout(() => restart(), idleMs);
  };
  const restart = (): void => {
    asked.reset();
    go(0);
  };
  for (const [index, step] of steps.entries())
    step.addEventListener("change", (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== "radio") return;
      say(place, "");
      go(index + 1);
      steps[index + 1]?.querySelector<HTMLElement>("input, textarea")?.focus();
    });
  asked.addEventListener("input", () => {
    clearTimeout(idle);
    idle = window.setTimeout(() => restart(), idleMs);
  });
  asked.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    keepAnswer(localStorage, token, answerOf(asked));
    restart();
    say(place, "Merci, c’est noté. Bonne journée.");
    setTimeout(() => say(place, ""), thanksMs);
    void send(place, token);
  });
  place.querySelector("[data-way-out-again]")?.addEventListener("click", restart);
  go(firstUnanswered(steps));
  void send(place, token);
  setInterval(() => void send(place, token), everyMs);
  window.addEventListener("online", () => void send(place, token));
}

/** A page that came back with an error opens where something is missing. */
function firstUnanswered(steps: readonly HTMLElement[]): number {
  const wrong = steps.findIndex((step) => step.dataset.wrong !== undefined);
  return wrong === -1 ? 0 : wrong;
}

function answerOf(asked: HTMLFormElement): KeptAnswer {
  const typed = Object.fromEntries([...new FormData(asked)].map(([name, value]) => [name, String(value)]));
  return { ...typed, key: crypto.randomUUID() };
}

function say(place: HTMLElement, words: string): void {
  const said = place.querySelector("[data-way-out-said]");
  if (!said) return;
  const box = document.createElement("p");
  box.className = "notice done";
  box.textContent = words;
  said.replaceChildren(...(words === "" ? [] : [box]));
}

async function send(place: HTMLElement, token: string): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (const answer of readKept(localStorage, token)) if (!(await sendOne(token, answer))) break;
  } finally {
    sending = false;
    const left = readKept(localStorage, token).length;
    const line = place.querySelector("[data-way-out-line]");
    if (line) line.textContent = left === 0 ? "" : `${left} à envoyer\u00a0: tout est gardé sur cette tablette.`;
  }
}

/** @returns whether the next one may be tried; what the server refuses for good is not sent for ever */
async function sendOne(token: string, answer: KeptAnswer): Promise<boolean> {
  try {
    const reply = await fetch(`/sortie/${token}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(answer),
    });
    const isRefused = reply.status >= 400 && reply.status < 500 && reply.status !== 429;
    if (reply.ok || isRefused) forgetAnswer(localStorage, token, answer.key);
    return reply.ok || isRefused;
  } catch {
    return false;
  }
}
