import { Types } from "mongoose";
import { findCompany } from "#server/companies/find-company.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { sendSignal } from "#server/platform/signals.ts";
import { isForum } from "#shared/events/forums/forum.ts";
import type { JobDating, JobDatingStatus } from "#shared/events/job-dating.ts";
import { jobDatingMayBecome } from "#shared/events/job-dating-rules.ts";
import type { TableAct } from "#shared/events/officer-dating-contracts.ts";
import { startOf } from "#shared/events/slots.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { findTabled, findToRun } from "./find-job-dating.ts";
import { StandModel } from "./forums/forum-model.ts";
import { JobDatingModel } from "./job-dating-model.ts";

type Shown = { readonly jobDatingId: string; readonly version: number };

/** One conditional update of one job dating, as it was shown; whatever a timetable depends on goes up with it. */
const change = async (
  { jobDatingId, version }: Shown,
  $set: object,
  effects: readonly object[] = [],
): Promise<void> => {
  const changed = await JobDatingModel.updateOne(
    { _id: jobDatingId, version },
    { $set: { ...$set, updatedAt: now() }, $inc: { version: 1, basis: 1 }, $push: { effects: { $each: effects } } },
  );
  if (changed.matchedCount === 0) throw new Failure("conflict", "changed-meanwhile");
  if (effects.length > 0) await enqueue(settleJob("jobDatings"), { id: jobDatingId });
  sendSignal("staff", "job-dating-changed", { jobDatingId });
};

export const addDatingCompany = async (
  actor: Member,
  shown: Shown,
  { companyId, tables }: { companyId: string; tables: number },
): Promise<void> => {
  const dating = await findTabled(actor, shown.jobDatingId);
  const { name, status } = await findCompany(companyId);
  if (status !== "verified") throw new Failure("conflict", "company-not-verified");
  if (dating.companies.some((one) => one.companyId === companyId)) throw new Failure("conflict", "company-is-there");
  const numbers = Array.from({ length: tables }, (_, index) => ({ number: index + 1, closed: [] }));
  await change(shown, { companies: [...dating.companies, { companyId, name, tables: numbers, offerIds: [] }] });
};

/** Before times are told. Afterwards a table that goes is a change, with its price (see propose-dating-change.ts). */
export const changeTables = async (
  actor: Member,
  shown: Shown,
  { companyId, act }: { companyId: string; act: TableAct },
): Promise<void> => {
  const dating = await findTabled(actor, shown.jobDatingId);
  const company = dating.companies.find((one) => one.companyId === companyId);
  if (!company) throw new Failure("missing", "missing-page");
  const last = company.tables.at(-1);
  const hit = (dating.announced?.meetings ?? []).filter(
    (meeting) => meeting.companyId === companyId && (act === "removeCompany" || meeting.table === last?.number),
  );
  if (act !== "addTable" && hit.length > 0) throw new Failure("conflict", "table-has-meetings");
  if (act === "removeTable" && company.tables.length === 1) throw new Failure("conflict", "last-table");
  const kept = dating.companies.flatMap((one) => {
    if (one !== company) return [one];
    if (act === "removeCompany") return [];
    const tables =
      act === "removeTable"
        ? one.tables.slice(0, -1)
        : [...one.tables, { number: (last?.number ?? 0) + 1, closed: [] }];
    return [{ ...one, tables }];
  });
  await change(shown, { companies: kept });
};

export const moveJobDating = async (actor: Member, shown: Shown, to: JobDatingStatus): Promise<JobDating> => {
  const dating = await findToRun(actor, shown.jobDatingId);
  if (!jobDatingMayBecome(dating.status, to)) throw new Failure("conflict", "move-not-possible");
  if (to === "published") await refuseUnready(dating);
  await change(shown, { status: to }, to === "cancelled" ? [owe("cancelled")] : [owe("invite")]);
  return dating;
};

const refuseUnready = async (dating: JobDating): Promise<void> => {
  if (isForum(dating)) {
    if (!(await StandModel.exists({ forumId: dating.id }))) throw new Failure("conflict", "no-stand-yet");
  } else if (dating.companies.length === 0) throw new Failure("conflict", "no-company-yet");
  if (startOf(dating) <= now()) throw new Failure("conflict", "already-begun");
};

export const toObjectIds = (list: readonly string[]): Types.ObjectId[] => list.map((one) => new Types.ObjectId(one));
