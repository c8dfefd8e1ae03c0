import type { Arrival, ArrivalAnswer, ArrivalsAnswer } from "#shared/events/arrival.ts";
import { startCamera } from "./door-camera.ts";
import { keepAtHand } from "./door-keeping.ts";
import { type DoorLine, findLine, hourOf, linesOf, markArrived } from "./door-lines.ts";
import { answered, type DoorMemory, noted, readCode, readMemory, seen, writeMemory } from "./door-queue.ts";
import { sayAnswer, sayCountOf, sayState, showRefused } from "./door-screen.ts";
import { listenToUnnamed, showUnnamed } from "./door-unnamed.ts";
import { sayArrival } from "./say-arrival.ts";

// The door goes on without network: each check-in is kept here first, then sent until the server has answered it.

type Door = { readonly root: HTMLElement; readonly id: string; readonly lines: readonly DoorLine[] };

const everyMs = 10_000;
let sending = false;

const root = document.querySelector<HTMLElement>("[data-door]");
if (root) open({ root, id: root.dataset.door ?? "", lines: linesOf(root) });

function open(door: Door): void {
  const { arrived, queue } = memoryOf(door);
  for (const { registrationId, at } of [...arrived, ...queue]) {
    const line = findLine(door.lines, { id: registrationId ?? "" });
    if (line) markArrived(line, at);
  }
  count(door);
  keep(door, memoryOf(door));
  door.root.addEventListener("submit", (event) => takeForm(door, event));
  document.addEventListener("submit", (event) => holdSignOut(door, event));
  listenToFilter(door);
  listenToUnnamed(door.root, (arrival) => {
    const at = new Date().toISOString();
    keep(door, noted(memoryOf(door), { ...arrival, at }));
    void send(door);
  });
  startCamera(door.root, (text) => noteCode(door, text));
  void keepAtHand(door.root.dataset.doorOpen === "yes");
  void send(door);
  setInterval(() => void send(door), everyMs);
  window.addEventListener("online", () => void send(door));
  window.addEventListener("offline", () => sayState(door.root, "hors ligne : tout est gardé ici", memoryOf(door)));
}

function memoryOf({ id }: Door): DoorMemory {
  return readMemory(localStorage, id);
}

function keep(door: Door, next: DoorMemory): void {
  writeMemory(localStorage, door.id, next);
  showUnnamed(door.root, next);
  showRefused(door.root, next, (key) => keep(door, seen(memoryOf(door), key)));
}

function takeForm(door: Door, event: Event): void {
  const form = event.target as HTMLFormElement; // only forms are submitted
  if (form.action.endsWith("/annulation") || form.action.endsWith("/sans-nom")) return;
  // The house's guard against double presses would hold the button: here each press is another person.
  event.preventDefault();
  event.stopPropagation();
  const typed = new FormData(form);
  const line = findLine(door.lines, { id: String(typed.get("registrationId") ?? "") });
  if (line) {
    noteLine(door, line);
    return;
  }
  noteCode(door, String(typed.get("code") ?? ""));
  const field = form.querySelector<HTMLInputElement>("[name=code]");
  if (field) field.value = "";
  field?.focus();
}

function noteCode(door: Door, text: string): void {
  const read = readCode(text);
  const line = findLine(door.lines, { code: read?.code ?? "" });
  if (!read) sayAnswer(door.root, "Le code a six lettres, sans I ni O.", "bad");
  else if (read.jobDatingId !== null && read.jobDatingId !== door.id)
    sayAnswer(door.root, "Ce code est celui d’un autre événement.", "bad");
  else if (line) noteLine(door, line);
  else {
    note(door, { code: read.code });
    sayAnswer(door.root, "Code noté. Il est vérifié dès que le réseau répond.", "good");
    void send(door);
  }
}

function noteLine(door: Door, line: DoorLine): void {
  const { arrived } = line.element.dataset;
  const refusal = line.waits ? "waiting" : arrived ? "already" : null;
  if (refusal) {
    const why = sayArrival({ outcome: refusal, hour: arrived ? hourOf(arrived) : null, elsewhere: null });
    sayAnswer(door.root, `${line.name} : ${why}`, "bad");
    return;
  }
  markArrived(line, note(door, { registrationId: line.id }));
  count(door);
  sayAnswer(door.root, `${line.name}, n° ${line.badge}. ${line.first}`, "good");
  void send(door);
}

/** Kept before anything else: what follows may be cut at any instant. @returns when */
function note(door: Door, arrival: Pick<Arrival, "code" | "registrationId">): string {
  const at = new Date().toISOString();
  keep(door, noted(memoryOf(door), { ...arrival, key: crypto.randomUUID(), at }));
  return at;
}

async function send(door: Door): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    sayState(door.root, await exchange(door), memoryOf(door));
  } catch {
    sayState(door.root, "hors ligne : tout est gardé ici", memoryOf(door));
  } finally {
    sending = false;
  }
}

/** @returns how the line is */
async function exchange(door: Door): Promise<string> {
  const { queue } = memoryOf(door);
  const reply = await fetch(`/api/v1/job-datings/${door.id}/arrivals`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ arrivals: queue.slice(0, 100) }),
  });
  if (reply.status === 401) return "session terminée : reconnectez-vous, rien n’est perdu";
  if (!reply.ok) return "le serveur ne répond pas, on réessaie";
  const { answers, arrived, unnamed } = (await reply.json()) as ArrivalsAnswer; // our own server, cut to this contract
  keep(
    door,
    answered(memoryOf(door), { answers, arrived, unnamed }, (one, asked) => sayOf(door, one, asked)),
  );
  for (const one of answers.filter(({ outcome }) => outcome !== "counted" && outcome !== "uncounted"))
    show(door, one, queue.find(({ key }) => key === one.key) ?? null);
  for (const { registrationId, at } of arrived) {
    const line = findLine(door.lines, { id: registrationId });
    if (line) markArrived(line, at);
  }
  count(door);
  return "en direct";
}

/** Letters this page did not know are answered now; a line the server refused loses its mark. */
function show(door: Door, one: ArrivalAnswer, asked: Arrival | null): void {
  const isIn = one.outcome === "arrived" || one.outcome === "already";
  if (asked?.registrationId === undefined || !isIn)
    sayAnswer(door.root, sayOf(door, one, asked), isIn ? "good" : "bad");
  const line = findLine(door.lines, { id: asked?.registrationId ?? "" });
  if (line && !isIn) markArrived(line, "");
}

function sayOf({ lines }: Door, one: ArrivalAnswer, asked: Arrival | null): string {
  const line = findLine(lines, { id: one.registrationId ?? asked?.registrationId ?? "" });
  return `${line ? `${line.name}, n° ${line.badge}` : (asked?.code ?? "")} : ${sayArrival({ ...one, hour: one.at && hourOf(one.at) })}`;
}

function count({ root: place, lines }: Door): void {
  sayCountOf(place, lines.filter(({ element, waits }) => !waits && element.dataset.arrived).length);
}

/** A sign-out empties what this browser keeps: not while something waits to be sent. */
function holdSignOut(door: Door, event: Event): void {
  const form = event.target as HTMLFormElement; // only forms are submitted
  if (!form.action.endsWith("/deconnexion") || memoryOf(door).queue.length === 0) return;
  event.preventDefault();
  sayAnswer(door.root, "Des arrivées attendent le réseau. Déconnectez-vous une fois qu’elles sont envoyées.", "bad");
}

function listenToFilter({ root: place, lines }: Door): void {
  const box = place.querySelector<HTMLElement>("[data-door-filter]");
  const field = box?.querySelector("input");
  if (!box || !field) return;
  box.hidden = false;
  field.addEventListener("input", () => {
    for (const { element, name } of lines) element.hidden = !fold(name).includes(fold(field.value));
  });
}

function fold(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
