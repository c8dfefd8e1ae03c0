import { RegistrationModel } from "#server/events/job-dating-model.ts";
import { positionMet } from "#server/events/position-met.ts";
import { leadsToPositioning } from "#shared/events/forums/forum-rules.ts";
import { forumById } from "./find-forum.ts";
import { ForumContactModel, toForumContact } from "./forum-model.ts";

/** A visitor gave their code and the stand wishes for more: the person is asked for their yes. */
export const positionAfterContact = async (contactId: string): Promise<void> => {
  const found = await ForumContactModel.findById(contactId).lean();
  if (!found) return;
  const contact = toForumContact(found);
  const { offerId, registrationId } = contact;
  if (!leadsToPositioning(contact) || offerId === null) return;
  const visitor = await RegistrationModel.findById(registrationId, { accountId: 1 }).lean();
  if (!visitor?.accountId) return;
  const forum = await forumById(contact.forumId);
  const positioningId = await positionMet({
    event: forum,
    accountId: visitor.accountId.toHexString(),
    offerId,
    goesOn: true,
    remark: `Contact au forum « ${forum.title} » (${forum.day}) : le stand souhaite poursuivre.`,
  });
  if (positioningId !== null) await ForumContactModel.updateOne({ _id: contactId }, { $set: { positioningId } });
};
