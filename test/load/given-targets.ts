import type { Types } from "mongoose";
import { AccountModel } from "#server/accounts/account-model.ts";
import { SessionModel } from "#server/accounts/session-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { OfferModel, toOffer } from "#server/offers/offer-model.ts";
import { publicOffers } from "#server/offers/offer-visibility.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { hashToken, newToken } from "#server/platform/tokens.ts";
import { sessionLives } from "#shared/accounts/session-rules.ts";
import type { Role } from "#shared/kernel/actor.ts";
import { offerAddress } from "#shared/offers/offer-address.ts";
import type { Targets } from "./mix.ts";

const candidates = 3_000;
const offers = 2_000;

/** The administrator, signed in a moment ago: staff are signed out after half an hour without a visit. */
export const givenAdmin = async (): Promise<string> => {
  const admins = await AccountModel.find({ role: "admin" }, { _id: 1 }).limit(1).lean();
  const [cookie] = await signedIn(
    "admin",
    admins.map(({ _id }) => _id),
  );
  return cookie ?? "";
};

/** People of the demonstration, signed in straight into the store: the load is not a test of the sign-in. */
export const givenTargets = async (): Promise<Targets> => {
  const [recruiter] = await AccountModel.find({ email: "recruteur@demo.invalid" }).lean();
  const officers = await AccountModel.find({ role: "officer" }, { _id: 1 }).lean();
  const seekers = await CvModel.find({ status: "active" }, { accountId: 1 }).limit(candidates).lean();
  const open = (
    await OfferModel.find(publicOffers(today()))
      .limit(2 * offers)
      .lean()
  ).map(toOffer);
  const own = recruiter?.companyId?.toHexString();
  const exclusive = await OfferModel.find({ exclusive: true, status: "published" }, { _id: 1 }).limit(5).lean();
  return {
    candidates: await signedIn(
      "candidate",
      seekers.map(({ accountId }) => accountId),
    ),
    officers: await signedIn(
      "officer",
      officers.map(({ _id }) => _id),
    ),
    employer: (await signedIn("employer", recruiter ? [recruiter._id] : []))[0] ?? "",
    offers: open
      .filter(({ companyId }) => companyId.toString() !== own)
      .slice(0, offers)
      .map(offerAddress),
    movedOffers: (
      await OfferModel.find({ ...publicOffers(today()), companyId: anyOf([own ?? ""]) }, { _id: 1 })
        .limit(200)
        .lean()
    ).map(({ _id }) => _id.toHexString()),
    staffPaths: [
      "/bureau",
      "/bureau/entreprises",
      "/bureau/offres-exclusives",
      "/bureau/positionnements",
      "/admin/moderation",
      ...exclusive.map(({ _id }) => `/bureau/offres-exclusives/${_id.toHexString()}`),
    ],
  };
};

const signedIn = async (role: Role, accountIds: readonly (Types.ObjectId | string)[]): Promise<string[]> => {
  const at = now();
  const sessions = accountIds.map((accountId) => ({ accountId, token: newToken() }));
  const documents = sessions.map(({ accountId, token }) => ({
    hash: hashToken(token),
    accountId,
    createdAt: at,
    seenAt: at,
    expiresAt: new Date(at.getTime() + sessionLives[role].absoluteMs),
  }));
  for (let from = 0; from < documents.length; from += 500) await SessionModel.create(documents.slice(from, from + 500));
  return sessions.map(({ token }) => `__Host-elan=${token}`);
};
