import { toMeeting } from "#shared/events/dating-input.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import type { ChangeQuery } from "#shared/events/plan-contracts.ts";
import { applyChange, type Change } from "#shared/events/timetable/apply-change.ts";
import { type Proposal, type ProposalKind, proposeChanges } from "#shared/events/timetable/propose-changes.ts";
import type { TimetableInput } from "#shared/events/timetable/timetable.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { type PlanFacts, planFacts } from "./dating-facts.ts";
import { findTabled } from "./find-job-dating.ts";
import { RegistrationModel } from "./job-dating-model.ts";
import { stored } from "./make-plan.ts";
import { toObjectIds } from "./run-job-dating.ts";
import { writeAnnounced } from "./write-announced.ts";

export type AnsweredChange = {
  readonly dating: JobDating;
  readonly people: readonly Registration[];
  readonly change: Change;
  readonly proposals: readonly Proposal[];
  readonly open: TimetableInput;
};

/** What may be done about a change, each answer with its price. Nothing is written. */
export const answerChange = async (actor: Member, jobDatingId: string, asked: ChangeQuery): Promise<AnsweredChange> => {
  const dating = await findTabled(actor, jobDatingId);
  if (!dating.announced) throw new Failure("conflict", "nothing-announced");
  const facts = await planFacts(dating);
  const change = changeOf(asked, facts);
  const open = applyChange(facts.input, change);
  return {
    dating,
    people: facts.people,
    change,
    open,
    proposals: proposeChanges(open, dating.announced.meetings.map(toMeeting)),
  };
};

const changeOf = (asked: ChangeQuery, { input, people }: PlanFacts): Change =>
  asked.kind === "late" || asked.kind === "absent"
    ? changeOfPerson({ ...asked, kind: asked.kind }, { people, from: input.from })
    : changeOfCompany({ ...asked, kind: asked.kind }, input);

type PersonKind = "late" | "absent";

const changeOfPerson = (
  asked: ChangeQuery & { kind: PersonKind },
  { people, from }: { people: readonly Registration[]; from: number },
): Change => {
  const found = people.find(({ id }) => id === asked.registrationId);
  if (!found) throw new Failure("missing", "missing-page");
  const person = { personId: found.id, refused: found.cannot };
  return asked.kind === "absent"
    ? { kind: "absent", ...person }
    : { kind: "late", ...person, until: asked.slots ?? from + 1 };
};

type CompanyKind = Exclude<ChangeQuery["kind"], PersonKind>;

const changeOfCompany = (asked: ChangeQuery & { kind: CompanyKind }, { companies }: TimetableInput): Change => {
  const { kind } = asked;
  if (kind === "tableAdded" || kind === "companyLeft") {
    if (!companies.some(({ id }) => id === asked.companyId)) throw new Failure("missing", "missing-page");
    return { kind, companyId: asked.companyId ?? "" };
  }
  const [companyId = "", number] = asked.seat?.split(".") ?? [];
  const table = Number(number);
  const isThere = companies.find(({ id }) => id === companyId)?.tables.some((one) => one.number === table);
  if (!isThere) throw new Failure("missing", "missing-page");
  return kind === "tableRemoved"
    ? { kind, companyId, table }
    : { kind, companyId, table, slots: Math.max(1, asked.slots ?? 1) };
};

type Chosen = ChangeQuery & { readonly choice: ProposalKind; readonly basis: number };

/** Does what the officer chose, as it was shown; those whose times change are told, the others are not disturbed. */
export const chooseChange = async (actor: Member, jobDatingId: string, chosen: Chosen): Promise<void> => {
  const { dating, proposals, open, change } = await answerChange(actor, jobDatingId, chosen);
  const proposal = proposals.find(({ kind }) => kind === chosen.choice);
  if (!proposal || dating.basis !== chosen.basis) throw new Failure("conflict", "stale-timetable");
  await writeAnnounced(dating, proposal, {
    companies: companiesAfter(dating, open),
    locked: open.locked.filter((one) => proposal.meetings.some((kept) => isSame(kept, one))).map(stored),
  });
  await keepAbsence(change, open);
};

const isSame = (one: TimetableInput["locked"][number], other: TimetableInput["locked"][number]): boolean =>
  one.personId === other.personId && one.companyId === other.companyId && one.slot === other.slot;

const companiesAfter = (dating: JobDating, { companies }: TimetableInput) =>
  dating.companies.map(({ companyId, name, offerIds }) => ({
    companyId: toObjectIds([companyId])[0],
    name,
    offerIds: toObjectIds(offerIds),
    tables: (companies.find(({ id }) => id === companyId)?.tables ?? []).map(({ number, closed }) => ({
      number,
      closed: [...new Set(closed)],
    })),
  }));

/** For every timetable to come; what was said of them before is forgotten. */
const keepAbsence = async (change: Change, { from, slots }: TimetableInput): Promise<void> => {
  if (change.kind !== "late" && change.kind !== "absent") return;
  const away = { from, until: change.kind === "late" ? change.until : slots };
  await RegistrationModel.updateOne({ _id: change.personId }, { $set: { away } });
};
