import { askedStatusLabels, requestStatusLabels } from "#client/cvs/cv-words.ts";
import { nobody } from "#server/accounts/nobody.ts";
import type { Person, PersonalPart } from "#server/accounts/personal-part.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { eraseMailsAbout } from "#server/platform/mail/forget.ts";
import type { Held } from "#shared/accounts/personal-file.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { ContactRequestModel } from "./contact-request-model.ts";
import { CvModel, toCv } from "./cv-model.ts";
import { CvViewModel } from "./cv-view-model.ts";
import { LookDayModel } from "./look-day-model.ts";
import { sayWholeCv } from "./say-whole-cv.ts";

/** The CV, with what was consented to and when. */
export const personalCv: PersonalPart = {
  title: "Votre CV",
  read: async ({ accountId }) => {
    const cv = await CvModel.findOne({ accountId }).lean();
    return cv ? [sayWholeCv(toCv(cv))] : [];
  },
  erase: async ({ accountId }) => {
    const cv = await CvModel.findOne({ accountId }, { _id: 1 }).lean();
    if (cv) await eraseMailsAbout([cv._id.toHexString()]); // their links lead to it
    await CvModel.deleteOne({ accountId });
    if (cv) await LookDayModel.updateMany({ cvIds: cv._id }, { $pull: { cvIds: cv._id } });
  },
};

/** Who looked at the CV and when; and, for who looks at others', when they did. */
export const personalLooks: PersonalPart = {
  title: "Qui a regardé votre CV",
  read: async ({ accountId }) => {
    const [seen, looked] = await Promise.all([
      CvViewModel.find({ accountId }).sort({ at: -1 }).lean(),
      CvViewModel.find({ viewerId: accountId }).sort({ at: -1 }).lean(),
    ]);
    return [
      ...seen.map(({ at, companyName, kind }) => ({
        Le: at.toISOString(),
        Qui: companyName ?? "un agent du Département",
        Vu: kind === "anonymous" ? "sans votre nom" : "avec votre nom",
      })),
      ...looked.map(({ at }) => ({ "Vous avez ouvert un CV le": at.toISOString() })),
    ];
  },
  erase: async ({ accountId }) => {
    await CvViewModel.deleteMany({ accountId });
    await CvViewModel.updateMany({ viewerId: accountId }, { $set: { viewerId: nobody } });
    await LookDayModel.deleteMany({
      _id: anyOf([-2, -1, 0, 1].map((days) => `${accountId}|${addDays(today(), days)}`)),
    });
  },
};

/** Contact asked by companies of a person, or asked by a person for their company. */
export const personalRequests: PersonalPart = {
  title: "Les demandes de contact",
  read: async ({ accountId }) => {
    const [received, sent] = await Promise.all([
      ContactRequestModel.find({ accountId }).sort({ askedAt: -1 }).lean(),
      ContactRequestModel.find({ employerAccountId: accountId }).sort({ askedAt: -1 }).lean(),
    ]);
    const dates = (one: { message: string; askedAt: Date; answeredAt: Date | null }): Held => ({
      Message: one.message,
      "Envoyée le": one.askedAt.toISOString(),
      "Répondue le": one.answeredAt?.toISOString() ?? null,
    });
    return [
      ...received.map((one) => ({ De: one.companyName, Réponse: requestStatusLabels[one.status], ...dates(one) })),
      ...sent.map((one) => ({ "Votre demande": askedStatusLabels[one.status], ...dates(one) })),
    ];
  },
  erase: async ({ accountId }: Person) => {
    await ContactRequestModel.deleteMany({ accountId });
    await ContactRequestModel.deleteMany({ employerAccountId: accountId, status: "asked" });
    await ContactRequestModel.updateMany(
      { employerAccountId: accountId },
      { $set: { employerAccountId: nobody, message: "" } },
    );
  },
  forgetBefore: async (limit) => (await ContactRequestModel.deleteMany({ askedAt: lessThan(limit) })).deletedCount,
};
