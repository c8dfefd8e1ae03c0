import type { Arrival, ArrivalAnswer, ArrivalsAnswer } from "#shared/events/arrival.ts";

// What the door noted and the server has not answered yet. It outlives the page, the browser and the network.

export type DoorMemory = {
  readonly queue: readonly Arrival[];
  /** Check-ins the server refused: somebody must look. */
  readonly refused: readonly (ArrivalAnswer & { readonly said: string })[];
  /** Who was in when the server last answered: a page opened again without network knows it. */
  readonly arrived: ArrivalsAnswer["arrived"];
};

const nothing: DoorMemory = { queue: [], refused: [], arrived: [] };

export const readMemory = (store: Storage, jobDatingId: string): DoorMemory => {
  try {
    const kept = JSON.parse(store.getItem(nameOf(jobDatingId)) ?? "null") as Partial<DoorMemory> | null;
    return { queue: kept?.queue ?? [], refused: kept?.refused ?? [], arrived: kept?.arrived ?? [] };
  } catch {
    return nothing;
  }
};

export const writeMemory = (store: Storage, jobDatingId: string, memory: DoorMemory): void => {
  if (memory.queue.length + memory.refused.length + memory.arrived.length === 0) store.removeItem(nameOf(jobDatingId));
  else store.setItem(nameOf(jobDatingId), JSON.stringify(memory));
};

const nameOf = (jobDatingId: string): string => `elan-porte-${jobDatingId}`;

export const noted = (memory: DoorMemory, arrival: Arrival): DoorMemory =>
  memory.queue.some((one) => isSamePerson(one, arrival)) ? memory : { ...memory, queue: [...memory.queue, arrival] };

const isSamePerson = (one: Arrival, other: Arrival): boolean =>
  one.registrationId !== undefined || other.registrationId !== undefined
    ? one.registrationId === other.registrationId
    : one.code === other.code;

/** Those answered leave the queue; those refused stay in sight until somebody says they were seen. */
export const answered = (
  memory: DoorMemory,
  { answers, arrived }: ArrivalsAnswer,
  say: (answer: ArrivalAnswer, asked: Arrival) => string,
): DoorMemory => {
  const refused = answers.flatMap((answer) => {
    const asked = memory.queue.find(({ key }) => key === answer.key);
    if (!asked || answer.outcome === "arrived" || answer.outcome === "already") return [];
    return [{ ...answer, said: say(answer, asked) }];
  });
  return {
    queue: memory.queue.filter(({ key }) => !answers.some((answer) => answer.key === key)),
    refused: [...memory.refused, ...refused],
    arrived,
  };
};

export const seen = (memory: DoorMemory, key: string): DoorMemory => ({
  ...memory,
  refused: memory.refused.filter((one) => one.key !== key),
});

/** The letters of an address read by the camera, and the event they are for; plain letters are for this one. */
export const readCode = (text: string): { code: string; jobDatingId: string | null } | null => {
  const address = /\/bureau\/evenements\/([0-9a-f]{24})\/accueil\?code=([A-Z]{6})$/.exec(text.trim());
  if (address) return { jobDatingId: address[1] ?? null, code: address[2] ?? "" };
  const letters = text.replace(/[\s-]/g, "").toUpperCase();
  return /^[A-HJ-NP-Z]{6}$/.test(letters) ? { code: letters, jobDatingId: null } : null;
};
