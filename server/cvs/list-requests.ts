import type { ContactRequest } from "#shared/cvs/contact-request.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { ContactRequestModel, toContactRequest } from "./contact-request-model.ts";

const most = 200;

/** What a person has to answer, and has answered, newest first. */
export const requestsTo = async (accountId: string): Promise<ContactRequest[]> =>
  (await ContactRequestModel.find({ accountId }).sort({ askedAt: -1 }).limit(most).lean()).map(toContactRequest);

/** Whom an employer's company has asked, newest first. */
export const requestsBy = async (actor: Member): Promise<ContactRequest[]> =>
  actor.companyId === null
    ? []
    : (await ContactRequestModel.find({ companyId: actor.companyId }).sort({ askedAt: -1 }).limit(most).lean()).map(
        toContactRequest,
      );
