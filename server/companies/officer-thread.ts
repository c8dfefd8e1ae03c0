import { Types } from "mongoose";
import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { noPart } from "#server/platform/filter.ts";
import { sendSignal } from "#server/platform/signals.ts";
import type { NoteKind } from "#shared/companies/company.ts";
import type { Member } from "#shared/kernel/actor.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { CompanyModel } from "./company-model.ts";
import { sheetOf } from "./officer-contacts.ts";

/** Keeps one line of the thread. A visit, a call or a mail is a contact: the company wakes up. */
export const addCompanyNote = async (
  actor: Member,
  companyId: string,
  { kind, text, sure }: { kind: NoteKind; text: string; sure: boolean },
): Promise<void> => {
  await sheetOf(actor, companyId);
  refuseCareless({ field: "text", text, sure });
  const aMinuteAgo = new Date(now().getTime() - 60_000);
  const same = { text, kind, by: new Types.ObjectId(actor.accountId), at: { $gt: aMinuteAgo } };
  await CompanyModel.updateOne(
    { _id: companyId, notes: noPart(same) }, // pressed twice is once
    {
      $push: { notes: threadNote(actor, kind, text) },
      $set: { updatedAt: now(), ...(kind === "note" ? {} : { lastContactAt: now() }) },
    },
  );
  sendSignal("staff", "company-changed", { companyId });
};

type Shown = { readonly shownWhat: string; readonly shownOn: string };

/** Plans what comes next, unless somebody planned something else meanwhile. */
export const planAction = async (
  actor: Member,
  companyId: string,
  { what, on, ...shown }: Shown & { what: string; on: Day },
): Promise<void> => {
  await sheetOf(actor, companyId);
  const planned = await CompanyModel.updateOne(
    { _id: companyId, ...asShown(shown) },
    { $set: { nextAction: { what, on, officerId: new Types.ObjectId(actor.accountId) }, updatedAt: now() } },
  );
  if (planned.matchedCount === 0) throw new Failure("conflict", "stale-form");
  sendSignal("staff", "company-changed", { companyId });
};

/** Done: it leaves the list and stays on the thread. */
export const finishAction = async (actor: Member, companyId: string, shown: Shown): Promise<void> => {
  await sheetOf(actor, companyId);
  if (shown.shownWhat === "") throw new Failure("conflict", "no-action-planned");
  const done = await CompanyModel.updateOne(
    { _id: companyId, ...asShown(shown) },
    {
      $set: { nextAction: null, updatedAt: now() },
      $push: { notes: threadNote(actor, "note", `Fait : ${shown.shownWhat}`) },
    },
  );
  if (done.matchedCount === 0) throw new Failure("conflict", "stale-form");
  sendSignal("staff", "company-changed", { companyId });
};

/** Another day for the same action, whoever it is with; its reminder is due again. */
export const moveAction = async (
  actor: Member,
  companyId: string,
  { on, ...shown }: Shown & { on: Day },
): Promise<void> => {
  await sheetOf(actor, companyId);
  const moved = await CompanyModel.updateOne(
    { _id: companyId, ...asShown(shown) },
    { $set: { "nextAction.on": on, "nextAction.remindedOn": null, updatedAt: now() } },
  );
  if (moved.matchedCount === 0) throw new Failure("conflict", "stale-form");
  sendSignal("staff", "company-changed", { companyId });
};

/** An action said done by mistake is planned again, unless something else was planned meanwhile. */
export const planAgain = async (
  actor: Member,
  companyId: string,
  { what, on }: { what: string; on: Day },
): Promise<void> => {
  await sheetOf(actor, companyId);
  const again = await CompanyModel.updateOne(
    { _id: companyId, nextAction: null },
    {
      $set: { nextAction: { what, on, officerId: new Types.ObjectId(actor.accountId) }, updatedAt: now() },
      $push: { notes: threadNote(actor, "note", `Finalement à faire : ${what}`) },
    },
  );
  if (again.matchedCount === 0) throw new Failure("conflict", "changed-meanwhile");
  sendSignal("staff", "company-changed", { companyId });
};

const asShown = ({ shownWhat, shownOn }: Shown) =>
  shownWhat === "" ? { nextAction: null } : { "nextAction.what": shownWhat, "nextAction.on": shownOn };

/** One line of the thread, by whoever acts. */
export const threadNote = (actor: Member, kind: NoteKind, text: string) => ({
  id: newId(),
  at: now(),
  by: new Types.ObjectId(actor.accountId),
  kind,
  text,
});
