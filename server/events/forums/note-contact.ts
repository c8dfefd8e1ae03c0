import { Types } from "mongoose";
import { refuseCareless } from "#server/accounts/refuse-careless.ts";
import { RegistrationModel, toRegistration } from "#server/events/job-dating-model.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { arrivalTime } from "#shared/events/arrival.ts";
import type { ContactForm } from "#shared/events/forums/contact-contracts.ts";
import type { Stand } from "#shared/events/forums/forum.ts";
import { canNoteContact, takesContacts } from "#shared/events/forums/forum-rules.ts";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";
import { isOfficer, type Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { findStand, forumById, tellForumChanged } from "./find-forum.ts";
import { ForumContactModel, StandModel } from "./forum-model.ts";

type Where = { readonly forumId: string; readonly standId: string; readonly formKey: string };

// Six letters are not to be guessed by whoever stands in the hall.
const perCompany = { name: "forum-codes", most: 150, minutes: 15 };

/**
 * Somebody stopped at a stand: a visitor who gave their code, or so many people whom nobody named. Said again of the
 * same visitor, the last word counts; the same form sent twice is one contact.
 */
export const noteContact = async (actor: Member, where: Where, typed: ContactForm): Promise<void> => {
  const [forum, stand] = [await forumById(where.forumId), await findStand(where)];
  if (!canNoteContact(actor, stand) || (!isOfficer(actor) && forum.status !== "published"))
    throw new Failure("missing", "missing-page");
  if (!takesContacts(forum, now())) throw new Failure("conflict", "contacts-closed");
  refuseCareless({ field: "note", text: typed.note, sure: typed.sure });
  const subject = subjectOf(stand, typed);
  if (typed.code !== undefined && !isOfficer(actor)) await countAttempt(perCompany, stand.id);
  const visitor = typed.code === undefined ? null : await visitorOf(forum, typed.code);
  const noted = await StandModel.updateOne({ _id: stand.id }, { $inc: { noted: 1 } });
  if (noted.matchedCount === 0) throw new Failure("missing", "missing-page");
  await write(stand, {
    key: where.formKey,
    visitor,
    people: visitor ? 1 : (typed.people ?? 1),
    said: { ...subject, outcome: typed.outcome, note: typed.note },
  });
  if (visitor) await countAsCome(forum, visitor);
  tellForumChanged(forum.id);
};

type Written = {
  readonly key: string;
  readonly visitor: Registration | null;
  readonly people: number;
  readonly said: { readonly outcome: ContactForm["outcome"]; readonly note: string | null };
};

const write = async ({ id, forumId, companyId }: Stand, { key, visitor, people, said }: Written): Promise<void> => {
  const save = () =>
    ForumContactModel.findOneAndUpdate(
      { forumId, standId: id, contactKey: visitor?.id ?? key },
      {
        $set: { ...said, people, updatedAt: now() },
        $setOnInsert: { key, companyId, registrationId: visitor?.id ?? null, positioningId: null, createdAt: now() },
        $push: { effects: owe("position", said.outcome) },
      },
      { upsert: true, returnDocument: "after" },
    ).lean();
  // Two presses in one instant both wish to create it: the second one then finds it.
  const kept = await save().catch((error) => (isDuplicate(error) ? save() : Promise.reject(error)));
  await enqueue(settleJob("forumContacts"), { id: kept._id.toHexString() });
};

const subjectOf = (stand: Stand, { subject }: ContactForm) => {
  const [kind, id = ""] = subject?.split(".") ?? [];
  const known = kind === "offer" ? stand.offerIds.includes(id) : stand.trainings.some((training) => training.id === id);
  if (kind !== undefined && !known) throw wrongField("subject", "not-a-choice");
  return {
    offerId: kind === "offer" ? new Types.ObjectId(id) : null,
    trainingId: kind === "training" ? new Types.ObjectId(id) : null,
  };
};

const visitorOf = async ({ id }: JobDating, code: string): Promise<Registration> => {
  const found = await RegistrationModel.findOne({ jobDatingId: id, code, status: "active" }).lean();
  if (!found) throw wrongField("code", "no-such-visitor");
  return toRegistration(found);
};

/** Whoever stands at a stand has come in, even where the door was crossed in a crowd. */
const countAsCome = async (forum: JobDating, { id, arrivedAt }: Registration): Promise<void> => {
  const at = arrivalTime(forum, now(), now());
  if (arrivedAt !== null || at === null) return;
  await RegistrationModel.updateOne(
    { _id: id, status: "active", arrivedAt: null },
    { $set: { arrivedAt: at, arrivalKey: `stand-${id}`, updatedAt: now() } },
  );
};
