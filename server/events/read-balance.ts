import { nameOf, slotLabel } from "#client/events/dating-words.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { PositioningModel, toPositioning } from "#server/positionings/positioning-model.ts";
import { wasThere } from "#shared/events/arrival.ts";
import { type BalanceFigures, type BalanceLine, balanceFigures } from "#shared/events/balance.ts";
import type { DatingMeeting, JobDating, Registration } from "#shared/events/job-dating.ts";
import { slotsOf } from "#shared/events/slots.ts";
import type { MeetingVerdict } from "#shared/events/verdict.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { findTabled, peopleOf } from "./find-job-dating.ts";
import { toVerdict, VerdictModel } from "./verdict-model.ts";

export type Balance = {
  readonly dating: JobDating;
  readonly lines: readonly BalanceLine[];
  readonly figures: BalanceFigures;
};

/** Who met whom, and what followed, read from the positionings of today: nobody types it a second time. */
export const readBalance = async (actor: Actor, jobDatingId: string): Promise<Balance> => {
  const dating = await findTabled(actor, jobDatingId);
  const { placed } = await peopleOf(dating);
  const [verdicts, cards] = await Promise.all([verdictsOf(jobDatingId), cardsOf(dating, placed)]);
  const people = new Map(placed.map((person) => [person.id, person]));
  const lines = (dating.announced?.meetings ?? [])
    .flatMap((meeting) => {
      const person = people.get(meeting.registrationId);
      return person ? [{ meeting, person }] : []; // a place given up, or a person who had their data erased
    })
    .sort((one, other) => one.meeting.slot - other.meeting.slot)
    .map((one) => lineOf(dating, { ...one, verdicts, cards }));
  const came = placed.filter(({ arrivedAt }) => arrivedAt !== null).length;
  return { dating, lines, figures: balanceFigures(lines, { registered: placed.length, came }) };
};

type Known = {
  readonly meeting: DatingMeeting;
  readonly person: Registration;
  readonly verdicts: readonly MeetingVerdict[];
  readonly cards: readonly Positioning[];
};

const lineOf = (dating: JobDating, { meeting, person, verdicts, cards }: Known): BalanceLine => {
  const { registrationId, companyId, slot } = meeting;
  const said = verdicts.find((one) => one.registrationId === registrationId && one.companyId === companyId) ?? null;
  const hours = slotsOf(dating)[slot];
  const card = cardFor(cards, { person, companyId, said });
  const resultAt = (kind: "M1" | "M3") => card?.followUps.find((one) => one.kind === kind)?.result ?? null;
  return {
    registrationId,
    person: `${person.firstName} ${person.lastName}`,
    company: nameOf(dating, companyId),
    hour: slotLabel(dating, slot),
    held: hours !== undefined && hours.endsAt <= now() && wasThere(person, hours.endsAt),
    verdict: said?.verdict ?? null,
    status: card?.status ?? null,
    m1: resultAt("M1"),
    m3: resultAt("M3"),
  };
};

type Whose = { person: Registration; companyId: string; said: MeetingVerdict | null };

/** The card the company's word led to, else the last one of this person at this company. */
const cardFor = (cards: readonly Positioning[], { person, companyId, said }: Whose): Positioning | null =>
  cards.find(({ id }) => id === said?.positioningId) ??
  cards.find((one) => one.accountId === person.accountId && one.companyId === companyId) ??
  null;

const verdictsOf = async (jobDatingId: string): Promise<MeetingVerdict[]> =>
  (await VerdictModel.find({ jobDatingId }).limit(20_000).lean()).map(toVerdict);

const cardsOf = async ({ companies }: JobDating, placed: readonly Registration[]): Promise<Positioning[]> => {
  const accounts = placed.flatMap(({ accountId }) => accountId ?? []);
  const ids = companies.map(({ companyId }) => companyId);
  const found = await PositioningModel.find({ accountId: anyOf(accounts), companyId: anyOf(ids) })
    .sort({ updatedAt: -1 })
    .limit(20_000)
    .lean();
  return found.map(toPositioning);
};
