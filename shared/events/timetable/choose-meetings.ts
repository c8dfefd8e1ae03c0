import { at } from "./hall.ts";

/** Who should meet whom, the hour left aside: a b-matching of greatest worth. */
export type ChoiceProblem = {
  readonly people: number;
  readonly companies: number;
  /** person × company, 0 for never. */
  readonly worth: Float64Array;
  /** Meetings each person already has, and how many more they may get. */
  readonly level: Int32Array;
  readonly room: Int32Array;
  readonly capacity: Int32Array;
  /** What a person's first, second… meeting brings beside its worth: decreasing, so that the problem stays convex. */
  readonly bonus: readonly number[];
};

export type Choice = {
  /** Companies of each person. */
  readonly chosen: readonly (readonly number[])[];
  /** What one more place at each company would bring: the potentials of the flow, and the proof of the optimum. */
  readonly prices: Float64Array;
};

/**
 * Min-cost flow by successive shortest paths. People are folded away: the graph searched has companies only, an arc
 * from one to another being the person who would lose least by changing, so that 80 nodes stand for 1 000 people.
 */
export const chooseMeetings = (problem: ChoiceProblem): Choice => {
  const flow = openFlow(problem);
  for (let c = 0; c < problem.companies; c += 1) refreshEntry(flow, c);
  for (;;) {
    searchPaths(flow, Number.POSITIVE_INFINITY);
    const end = bestEnd(flow);
    if (end < 0) break;
    augment(flow, end);
  }
  searchPaths(flow, 0);
  return {
    chosen: Array.from({ length: problem.people }, (_, person) => companiesOf(flow, person)),
    prices: flow.distance.map((distance) => Math.max(0, -distance)),
  };
};

type Flow = ChoiceProblem & {
  readonly links: readonly Int32Array[];
  readonly linked: readonly number[][];
  readonly used: Uint8Array;
  readonly got: Int32Array;
  readonly guests: readonly Set<number>[];
  /** The best person to bring in to each company, and what it brings (-Infinity: nobody). */
  readonly entrant: Int32Array;
  readonly entry: Float64Array;
  /** company × company: what it costs to send one guest from the first to the second, and whom. */
  readonly change: Float64Array;
  readonly changer: Int32Array;
  readonly distance: Float64Array;
  readonly fromCompany: Int32Array;
  readonly byPerson: Int32Array;
};

const openFlow = (problem: ChoiceProblem): Flow => {
  const { people, companies, worth } = problem;
  const linked: number[][] = Array.from({ length: companies }, () => []);
  const links = Array.from({ length: people }, (_, person) => {
    const own = [];
    for (let c = 0; c < companies; c += 1) if (at(worth, person * companies + c) > 0) own.push(c);
    for (const c of own) linked[c]?.push(person);
    return Int32Array.from(own);
  });
  return {
    ...problem,
    links,
    linked,
    used: new Uint8Array(people * companies),
    got: new Int32Array(people),
    guests: Array.from({ length: companies }, () => new Set<number>()),
    entrant: new Int32Array(companies).fill(-1),
    entry: new Float64Array(companies).fill(Number.NEGATIVE_INFINITY),
    change: new Float64Array(companies * companies).fill(Number.POSITIVE_INFINITY),
    changer: new Int32Array(companies * companies).fill(-1),
    distance: new Float64Array(companies),
    fromCompany: new Int32Array(companies),
    byPerson: new Int32Array(companies),
  };
};

const companiesOf = ({ links, used, companies }: Flow, person: number): number[] =>
  [...(links[person] ?? [])].filter((company) => at(used, person * companies + company) === 1);

/** What a further meeting brings this person, beside its worth; -Infinity when they have enough. */
const nextBonus = ({ level, room, got, bonus }: Flow, person: number): number =>
  at(got, person) >= at(room, person) ? Number.NEGATIVE_INFINITY : (bonus[at(level, person) + at(got, person)] ?? 0);

const refreshEntry = (flow: Flow, company: number): void => {
  let best = Number.NEGATIVE_INFINITY;
  let who = -1;
  for (const person of flow.linked[company] ?? []) {
    const cell = person * flow.companies + company;
    if (at(flow.used, cell) === 1) continue;
    const gain = nextBonus(flow, person) + at(flow.worth, cell);
    if (gain > best) {
      best = gain;
      who = person;
    }
  }
  flow.entry[company] = best;
  flow.entrant[company] = who;
};

const refreshChanges = (flow: Flow, company: number): void => {
  const { companies, worth, used, change, changer } = flow;
  const row = company * companies;
  change.fill(Number.POSITIVE_INFINITY, row, row + companies);
  for (const person of flow.guests[company] ?? []) {
    const base = person * companies;
    for (const other of flow.links[person] ?? []) {
      if (at(used, base + other) === 1) continue;
      const cost = at(worth, base + company) - at(worth, base + other);
      if (cost >= at(change, row + other)) continue;
      change[row + other] = cost;
      changer[row + other] = person;
    }
  }
};

/** Shortest distances to every company (Bellman-Ford with a queue); `start` is what being at a company costs already. */
const searchPaths = (flow: Flow, start: number): void => {
  const { companies, distance, fromCompany, byPerson, entry, entrant } = flow;
  const queue: number[] = [];
  const waiting = new Uint8Array(companies).fill(1);
  for (let c = 0; c < companies; c += 1) {
    distance[c] = Math.min(start, -at(entry, c));
    fromCompany[c] = -1;
    byPerson[c] = at(entrant, c);
    queue.push(c);
  }
  // The most promising first: most of the others then need no second look.
  queue.sort((one, other) => at(distance, one) - at(distance, other));
  for (let head = 0; head < queue.length; head += 1) {
    const c = queue[head] ?? 0;
    waiting[c] = 0;
    relax(flow, c, (other) => {
      if (waiting[other] === 1) return;
      waiting[other] = 1;
      queue.push(other);
    });
  }
};

const relax = (
  { companies, distance, change, changer, fromCompany, byPerson }: Flow,
  c: number,
  again: (other: number) => void,
) => {
  const here = at(distance, c);
  const row = c * companies;
  if (here === Number.POSITIVE_INFINITY) return;
  for (let other = 0; other < companies; other += 1) {
    const reached = here + at(change, row + other);
    if (reached >= at(distance, other)) continue;
    distance[other] = reached;
    fromCompany[other] = c;
    byPerson[other] = at(changer, row + other);
    again(other);
  }
};

/** The company with a place left where the best chain ends; -1 when no chain brings anything more. */
const bestEnd = ({ companies, distance, guests, capacity }: Flow): number => {
  let end = -1;
  for (let c = 0; c < companies; c += 1) {
    if ((guests[c]?.size ?? 0) >= at(capacity, c) || at(distance, c) >= 0) continue;
    if (end < 0 || at(distance, c) < at(distance, end)) end = c;
  }
  return end;
};

const augment = (flow: Flow, end: number): void => {
  const moved = new Set<number>();
  const touched = new Set<number>();
  for (let company = end; ; ) {
    const person = at(flow.byPerson, company);
    const before = at(flow.fromCompany, company);
    moved.add(person);
    touched.add(company);
    flow.used[person * flow.companies + company] = 1;
    flow.guests[company]?.add(person);
    if (before < 0) {
      flow.got[person] = at(flow.got, person) + 1;
      break;
    }
    flow.used[person * flow.companies + before] = 0;
    flow.guests[before]?.delete(person);
    touched.add(before);
    company = before;
  }
  refresh(flow, moved, touched);
};

/** Only what the chain touched is looked at again. */
const refresh = (flow: Flow, moved: ReadonlySet<number>, touched: ReadonlySet<number>): void => {
  const rows = new Set(touched);
  const entries = new Set(touched);
  for (const person of moved) {
    for (const company of flow.links[person] ?? []) {
      if (at(flow.used, person * flow.companies + company) === 1) rows.add(company);
      if (at(flow.entrant, company) === person) entries.add(company);
    }
  }
  for (const company of rows) refreshChanges(flow, company);
  for (const company of entries) refreshEntry(flow, company);
};
