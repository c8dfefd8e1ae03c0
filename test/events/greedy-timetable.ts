import type { Figures, TimetableInput, TimetablePerson } from "#shared/events/timetable/timetable.ts";

/** What one does by hand: round after round, each person takes the best company that has a slot free with them. */
export const greedyFigures = (input: TimetableInput): Figures => {
  const level = new Map<string, number>();
  const met = new Set<string>();
  const busy = new Set<string>();
  let score = 0;
  const seatBest = ({ id, links, cannot }: TimetablePerson): void => {
    const best = links
      .filter(({ companyId }) => !met.has(`${id} ${companyId}`))
      .sort((one, other) => other.worth - one.worth);
    for (const { companyId, worth } of best) {
      const seat = freeSeat(input, { id, companyId, cannot, busy });
      if (!seat) continue;
      busy.add(`${id} ${seat.slot}`).add(`${companyId} ${seat.table} ${seat.slot}`);
      met.add(`${id} ${companyId}`);
      level.set(id, (level.get(id) ?? 0) + 1);
      score += worth;
      return;
    }
  };
  for (let round = 0; round < input.maxMeetings; round += 1) for (const person of input.people) seatBest(person);
  const counts = [...level.values()];
  return { meetings: met.size, withOne: counts.length, withTwo: counts.filter((count) => count >= 2).length, score };
};

type Asked = { id: string; companyId: string; cannot: readonly number[]; busy: ReadonlySet<string> };

const freeSeat = ({ companies, slots }: TimetableInput, { id, companyId, cannot, busy }: Asked) => {
  const tables = companies.find((company) => company.id === companyId)?.tables ?? [];
  for (let slot = 0; slot < slots; slot += 1)
    for (const { number: table } of tables)
      if (!cannot.includes(slot) && !busy.has(`${id} ${slot}`) && !busy.has(`${companyId} ${table} ${slot}`))
        return { slot, table };
  return null;
};
