import { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { anyPart, noPart } from "#server/platform/filter.ts";
import { sendSignal } from "#server/platform/signals.ts";
import type { AgreementForm, NeedForm } from "#shared/companies/sheet-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { wrongField } from "#shared/kernel/failure.ts";
import { CompanyModel } from "./company-model.ts";
import { sheetOf } from "./officer-contacts.ts";
import { threadNote } from "./officer-thread.ts";

/** More lines than anyone reads: the old ones are met or gone. */
const mostListed = 50;

/** Writes a need down once, however often it is sent. */
export const addNeed = async (actor: Member, companyId: string, typed: NeedForm): Promise<void> => {
  const { needs } = await sheetOf(actor, companyId);
  const open = needs.filter(({ metAt }) => metAt === null);
  if (open.length >= mostListed) throw wrongField("occupation", "too-many");
  const { occupation, people, neededOn, note } = typed;
  const by = new Types.ObjectId(actor.accountId);
  await CompanyModel.updateOne(
    { _id: companyId, needs: noPart({ occupation, people, neededOn, note, metAt: null }) },
    { $push: { needs: { id: newId(), ...typed, at: now(), by, metAt: null } }, $set: { updatedAt: now() } },
  );
  sendSignal("staff", "company-changed", { companyId });
};

/** Twice is once: the thread says it a single time. */
export const meetNeed = async (actor: Member, companyId: string, needId: string): Promise<void> => {
  const { needs } = await sheetOf(actor, companyId);
  const need = needs.find(({ id }) => id === needId);
  if (!need || need.metAt !== null) return;
  await CompanyModel.updateOne(
    { _id: companyId, needs: anyPart({ id: new Types.ObjectId(needId), metAt: null }) },
    {
      $set: { "needs.$.metAt": now(), updatedAt: now() },
      $push: { notes: threadNote(actor, "note", `Besoin terminé : ${need.people} × ${need.occupation}`) },
    },
  );
  sendSignal("staff", "company-changed", { companyId });
};

export const addAgreement = async (actor: Member, companyId: string, typed: AgreementForm): Promise<void> => {
  const { agreements } = await sheetOf(actor, companyId);
  if (typed.endsOn !== null && typed.endsOn < typed.signedOn) throw wrongField("endsOn", "ends-before-it-begins");
  if (agreements.length >= mostListed) throw wrongField("title", "too-many");
  const { title, signedOn } = typed;
  const by = new Types.ObjectId(actor.accountId);
  await CompanyModel.updateOne(
    { _id: companyId, agreements: noPart({ title, signedOn }) },
    { $push: { agreements: { id: newId(), ...typed, by } }, $set: { updatedAt: now() } },
  );
};

export const removeAgreement = async (actor: Member, companyId: string, agreementId: string): Promise<void> => {
  await sheetOf(actor, companyId);
  await CompanyModel.updateOne(
    { _id: companyId },
    { $pull: { agreements: { id: new Types.ObjectId(agreementId) } }, $set: { updatedAt: now() } },
  );
};
