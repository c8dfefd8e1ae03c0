import type { Arrival, ArrivalAnswer, ArrivalsAnswer } from "#shared/events/arrival.ts";

// What the door noted and the server has not answered yet. It outlives the page, the browser and the network.

export type DoorMemory = {
  readonly queue: readonly Arrival[];
  /** Check-ins the server refused: somebody must look. */
  readonly refused: readonly (ArrivalAnswer & { readonly said: string })[];
  /** Who was in when the server last answered: a page opened again without network knows it. */
  readonly arrived: ArrivalsAnswer["arrived"];
  /** How many came in without a name, as the server last said. */
  readonly unnamed: number;
};

const nothing: DoorMemory = { queue: [], refused: [], arrived: [], unnamed: 0 };

export const readMemory = (store: Storage, jobDatingId: string): DoorMemory => {
  try {
    const kept = JSON.parse(store.getItem(nameOf(jobDatingId)) ?? "null") as Partial<DoorMemory> | null;
    return { ...nothing, ...kept };
  } catch {
    return nothing;
  }
};

export const writeMemory = (store: Storage, jobDatingId: string, memory: DoorMemory): void => {
  if (memory.queue.length + memory.refused.length + memory.arrived.length + memory.unnamed === 0)
    store.removeItem(nameOf(jobDatingId));
  else store.setItem(nameOf(jobDatingId), JSON.stringify(memory));
};

const nameOf = (jobDatingId: string): string => `elan-porte-${jobDatingId}`;

export const noted = (memory: DoorMemory, arrival: Arrival): DoorMemory =>
  memory.queue.some((one) => hasPerson(one) && isSamePerson(one, arrival))
    ? memory
    : { ...memory, queue: [...memory.queue, arrival] };

/** Two people without a name are two people. */
const hasPerson = ({ unnamed, undoes }: Arrival): boolean => unnamed === undefined && undoes === undefined;

/** Without a name: what the server knows, and what it has not heard yet. */
export const countUnnamed = ({ unnamed, queue }: DoorMemory): number =>
  unnamed + queue.filter((one) => one.unnamed).length - queue.filter(({ undoes }) => undoes !== undefined).length;

const isSamePerson = (one: Arrival, other: Arrival): boolean =>
  one.registrationId !== undefined || other.registrationId !== undefined
    ? one.registrationId === other.registrationId
    : one.code === other.code;

/** Those answered leave the queue; those refused stay in sight until somebody says they were seen. */
export const answered = (
  memory: DoorMemory,
  { answers, arrived, unnamed }: ArrivalsAnswer,
  say: (answer: ArrivalAnswer, asked: Arrival) => string,
): DoorMemory => {
  const refused = answers.flatMap((answer) => {
    const asked = memory.queue.find(({ key }) => key === answer.key);
    if (!asked || isDone.has(answer.outcome)) return [];
    return [{ ...answer, said: say(answer, asked) }];
  });
  return {
    queue: memory.queue.filter(({ key }) => !answers.some((answer) => answer.key === key)),
    refused: [...memory.refused, ...refused],
    arrived,
    unnamed,
  };
};

const isDone: ReadonlySet<ArrivalAnswer["outcome"]> = new Set(["arrived", "already", "counted", "uncounted"]);

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
