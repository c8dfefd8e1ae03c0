import { myStatusLabels, refusalReasonLabels } from "#client/applications/application-words.ts";
import { keepOutcome } from "#server/accounts/past-outcome-model.ts";
import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { eraseMailsAbout } from "#server/platform/mail/forget.ts";
import { type ApplicationDocument, ApplicationModel } from "./application-model.ts";

/** Applications with each of their steps; what a recruiter wrote in answering is theirs too. */
export const personalApplications: PersonalPart = {
  title: "Vos candidatures",
  read: async ({ accountId }) => {
    const [sent, answered] = await Promise.all([
      ApplicationModel.find({ accountId }).sort({ createdAt: -1 }).lean(),
      ApplicationModel.find({ "steps.by": accountId }).sort({ createdAt: -1 }).lean(),
    ]);
    const titles = await titlesOf([...sent, ...answered]);
    return [
      ...sent.map((application) => ({
        Offre: titles.get(application.offerId.toHexString()) ?? "une offre disparue",
        "Envoyée le": application.createdAt.toISOString(),
        État: myStatusLabels[application.status],
        "Votre message": application.message,
        Étapes: application.steps.map(({ status, at }) => ({ Étape: myStatusLabels[status], Le: at.toISOString() })),
        "Raison donnée": application.refusalReason && refusalReasonLabels[application.refusalReason],
        "Réponse reçue": application.answerText,
        Entretien: application.interviewAt?.toISOString() ?? null,
        "Relancée le": application.nudgedAt?.toISOString() ?? null,
      })),
      ...answered
        .filter((application) => application.accountId.toHexString() !== accountId)
        .map((application) => ({
          "Réponse que vous avez écrite, pour l’offre": titles.get(application.offerId.toHexString()) ?? "",
          "Vos gestes": application.steps
            .filter(({ by }) => by?.toHexString() === accountId)
            .map(({ status, at }) => ({ Étape: myStatusLabels[status], Le: at.toISOString() })),
          Texte: application.answerText,
        })),
    ];
  },
  erase: async ({ accountId }) => {
    const sent = await ApplicationModel.find({ accountId }).lean();
    await eraseMailsAbout(sent.map(({ _id }) => _id.toHexString())); // their links lead to it
    for (const application of sent) await reduce(application);
    await forgetAuthor(accountId);
  },
  forgetBefore: async (limit) => {
    const old = await ApplicationModel.find({ updatedAt: lessThan(limit) }).lean(); // long over: they lapse at 60 days
    for (const application of old) await reduce(application);
    return old.length;
  },
};

/** The application goes, its outcome stays for the figures. */
const reduce = async (application: ApplicationDocument): Promise<void> => {
  const offer = await OfferModel.findById(application.offerId, { occupation: 1, contract: 1 }).lean();
  const gone = await ApplicationModel.findOneAndDelete({ _id: application._id }).lean();
  if (gone) await keepOutcome({ kind: "application", ...gone, offer });
};

/** A recruiter leaves: what they did stays done, by nobody. */
const forgetAuthor = async (accountId: string): Promise<void> => {
  for (const { _id, steps, updatedAt } of await ApplicationModel.find({ "steps.by": accountId }).lean())
    await ApplicationModel.updateOne(
      { _id, updatedAt },
      { $set: { steps: steps.map((step) => (step.by?.toHexString() === accountId ? { ...step, by: null } : step)) } },
    );
};

const titlesOf = async (applications: readonly ApplicationDocument[]): Promise<ReadonlyMap<string, string>> => {
  const ids = applications.map(({ offerId }) => offerId);
  const offers = await OfferModel.find({ _id: anyOf(ids) }, { title: 1 }).lean();
  return new Map(offers.map(({ _id, title }) => [_id.toHexString(), title]));
};
