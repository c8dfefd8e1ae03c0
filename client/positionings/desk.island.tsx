import { io } from "socket.io-client";

// An officer's page asks itself again whenever something it shows has changed: the server alone decides what is shown.

const shown = document.querySelector<HTMLElement>("[data-desk-address]")?.dataset.deskAddress;
const watching = document.querySelector<HTMLElement>("[data-watching]")?.dataset.watching;
const socket = io({ path: "/direct", transports: ["websocket", "polling"], query: watching ? { watching } : {} });
const restMs = 400;

let timer = 0;
let asked: AbortController | null = null;

socket.on("connect", () => {
  tell("en direct", true);
  // Whatever happened since the page was made, or while the line was cut, is caught up with.
  refreshSoon();
});
socket.on("disconnect", () => tell("hors ligne, on réessaie", false));
socket.on("connect_error", () => tell("hors ligne, on réessaie", false));
socket.on("signal", () => refreshSoon());

document.addEventListener("change", () => countTicked());
countTicked();

function refreshSoon(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => void refresh(), restMs);
}

async function refresh(): Promise<void> {
  if (isTyping()) return refreshSoon();
  asked?.abort();
  const asking = new AbortController();
  asked = asking;
  try {
    const reply = await fetch(shown ?? location.href, { signal: asking.signal, headers: { accept: "text/html" } });
    if (!reply.ok || reply.redirected) return tell("session terminée, rechargez", false);
    swap(new DOMParser().parseFromString(await reply.text(), "text/html"));
  } catch {
    if (!asking.signal.aborted) tell("hors ligne, on réessaie", false);
  }
}

/** A text half typed inside what would be swapped is never taken away. */
function isTyping(): boolean {
  const field = document.activeElement;
  return (
    (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "checkbox")) &&
    field.closest("[data-desk-region]") !== null
  );
}

function swap(answer: Document): void {
  const focused = document.activeElement;
  const again = focused?.id || focused?.getAttribute("href") || focused?.getAttribute("value");
  const known = new Map(boxes(document).map((box) => [keyOf(box), box.checked]));
  const changed: Element[] = [];
  for (const part of document.querySelectorAll<HTMLElement>("[data-desk-region]")) {
    const next = answer.querySelector(`[data-desk-region="${part.dataset.deskRegion}"]`);
    if (!next || next.innerHTML === part.innerHTML) continue;
    part.replaceWith(next);
    changed.push(next);
  }
  if (changed.length === 0) return;
  for (const box of boxes(document)) box.checked = known.get(keyOf(box)) ?? box.checked;
  if (again && document.activeElement === document.body) focusAgain(again);
  tell("en direct", true);
  countTicked();
  announce(changed);
}

/** What is new, for those who listen: the changed part's own words first. */
function announce(changed: readonly Element[]): void {
  const voice = document.getElementById("annonce");
  const told = changed.map((part) => part.querySelector("[data-desk-news]")).find((part) => part !== null);
  const news = (told ?? document.querySelector("[data-desk-news]"))?.textContent;
  if (voice && news) voice.textContent = news;
}

function focusAgain(again: string): void {
  const same = [...document.querySelectorAll<HTMLElement>("[data-desk-region] :is(a, button, input, select)")];
  same
    .find((one) => [one.id, one.getAttribute("href"), one.getAttribute("value")].includes(again))
    ?.focus({ preventScroll: true });
}

function boxes(root: Document): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('[data-desk-region] input[type="checkbox"]')];
}

function keyOf(box: HTMLInputElement): string {
  return `${box.name} ${box.value}`;
}

/** "Proposer aux 2 cochés": the button says how many it reaches. */
function countTicked(): void {
  for (const words of document.querySelectorAll<HTMLElement>("[data-count]")) {
    const count = document.querySelectorAll(`input[name="${words.dataset.count}"]:checked`).length;
    const said = count === 0 ? words.dataset.none : count === 1 ? words.dataset.one : words.dataset.many;
    words.textContent = (said ?? "").replace("{n}", String(count));
  }
}

function tell(words: string, live: boolean): void {
  for (const mark of document.querySelectorAll<HTMLElement>("[data-live-state]")) {
    mark.hidden = false;
    mark.querySelector(".pulse")?.classList.toggle("cut", !live);
    const said = mark.querySelector("[data-live-words]");
    if (said) said.textContent = words;
  }
}
