import { feedbackFeelings, feedbackLabels, feedbackSideLabels } from "#client/positionings/feedback-words.ts";
import { followUpLabels, followUpResultLabels, statusLabels } from "#client/positionings/positioning-words.ts";
import { keepOutcome } from "#server/accounts/past-outcome-model.ts";
import type { PersonalPart } from "#server/accounts/personal-part.ts";
import { OfferModel } from "#server/offers/offer-model.ts";
import { anyOf, lessThan } from "#server/platform/filter.ts";
import { eraseMailsAbout } from "#server/platform/mail/forget.ts";
import type { Held } from "#shared/accounts/personal-file.ts";
import type { InterviewFeedback } from "#shared/positionings/interview-feedback.ts";
import { InterviewFeedbackModel, toFeedback } from "./interview-feedback-model.ts";
import { tellScreens } from "./move-positioning.ts";
import { type PositioningDocument, PositioningModel, toPositioning } from "./positioning-model.ts";
import { StrongMatchModel } from "./strong-match-model.ts";

/** Positionings with every comment staff or a company wrote about the person, and what the ranking said of them. */
export const personalPositionings: PersonalPart = {
  title: "Les offres que le Département vous a proposées",
  read: async ({ accountId }) => {
    const [own, done, matches, feedback] = await Promise.all([
      PositioningModel.find({ accountId }).sort({ createdAt: -1 }).lean(),
      PositioningModel.find({ "steps.by": accountId }).sort({ createdAt: -1 }).lean(),
      StrongMatchModel.find({ accountId }).lean(),
      InterviewFeedbackModel.find({ accountId }).sort({ askedAt: 1 }).lean(),
    ]);
    const offerIds = [...own, ...done, ...matches].map(({ offerId }) => offerId);
    const offers = await OfferModel.find({ _id: anyOf(offerIds) }, { title: 1 }).lean();
    const titles = new Map(offers.map(({ _id, title }) => [_id.toHexString(), title]));
    const title = ({ offerId }: { offerId: PositioningDocument["offerId"] }): string =>
      titles.get(offerId.toHexString()) ?? "une offre disparue";
    return [
      ...own.map((one) => ({ Offre: title(one), ...describe(one) })),
      ...feedback.map((one) => ({ "Retour d’entretien": describeFeedback(toFeedback(one)) })),
      ...matches.map((one) => ({
        "Bon rapprochement trouvé par le calcul, pour l’offre": title(one),
        Le: one.foundAt.toISOString(),
      })),
      ...done
        .filter((one) => one.accountId.toHexString() !== accountId)
        .map((one) => ({ "Vos gestes, pour l’offre": title(one), Gestes: gesturesOf(one, accountId) })),
    ];
  },
  erase: async ({ accountId }) => {
    await StrongMatchModel.deleteMany({ accountId });
    const own = await PositioningModel.find({ accountId }).lean();
    await eraseMailsAbout(own.map(({ _id }) => _id.toHexString())); // their links lead to it
    for (const positioning of own) await reduce(positioning);
    await InterviewFeedbackModel.updateMany({ recordedBy: accountId }, { $set: { recordedBy: null } });
    await forgetAuthor(accountId);
  },
  forgetBefore: async (limit) => {
    const old = await PositioningModel.find({ updatedAt: lessThan(limit) }).lean();
    for (const positioning of old) await reduce(positioning);
    return old.length;
  },
};

const describe = (document: PositioningDocument): Held => {
  const one = toPositioning(document);
  return {
    État: statusLabels[one.status],
    "Commencé le": one.createdAt,
    "Ce que le calcul en a dit": one.match && [...one.match.reasons],
    Étapes: one.steps.map(({ status, at, note }) => ({ Étape: statusLabels[status], Le: at, Commentaire: note })),
    Entretien: one.interviewAt,
    "Lieu de l’entretien": one.interviewPlace,
    "Premier jour de travail": one.startsOn,
    "Points de suivi": one.followUps.map(({ kind, dueOn, doneAt, result, note, missedOn, mediation }) => ({
      Point: followUpLabels[kind],
      "Prévu le": dueOn,
      "Fait le": doneAt,
      Résultat: result && followUpResultLabels[result],
      "Appels sans réponse": [...(missedOn ?? [])],
      "Médiation demandée": mediation ?? false,
      Commentaire: note,
    })),
  };
};

/** What both sides answered: what a company said of the person is theirs to read. */
const describeFeedback = (one: InterviewFeedback): Held => ({
  "Entretien du": one.interviewAt,
  "Répondu par": feedbackSideLabels[one.side],
  "Répondu le": one.answeredAt,
  "L’entretien a eu lieu": one.came && feedbackLabels[one.side].came[one.came],
  Comment: one.went && feedbackFeelings[one.went],
  "Et maintenant": one.sequel && feedbackLabels[one.side].sequel[one.sequel],
  Commentaire: one.comment,
});

/** What somebody wrote in other people's files, without naming those people. */
const gesturesOf = ({ steps }: PositioningDocument, accountId: string): Held[] =>
  steps
    .filter(({ by }) => by?.toHexString() === accountId)
    .map(({ status, at, note }) => ({ Étape: statusLabels[status], Le: at.toISOString(), Commentaire: note }));

/** The card goes with its comments, its outcome stays for the figures; open desks see it leave. */
const reduce = async (positioning: PositioningDocument): Promise<void> => {
  const offer = await OfferModel.findById(positioning.offerId, { occupation: 1, contract: 1 }).lean();
  const gone = await PositioningModel.findOneAndDelete({ _id: positioning._id }).lean();
  await forgetFeedback(positioning._id);
  if (!gone) return;
  await keepOutcome({ kind: "positioning", ...gone, offer });
  tellScreens(toPositioning(gone));
};

const forgetFeedback = async (positioningId: PositioningDocument["_id"]): Promise<void> => {
  const asked = await InterviewFeedbackModel.find({ positioningId }, { _id: 1 }).lean();
  await eraseMailsAbout(asked.map(({ _id }) => _id.toHexString()));
  await InterviewFeedbackModel.deleteMany({ positioningId });
};

/** Somebody of a company leaves: what they did stays done, by nobody. */
const forgetAuthor = async (accountId: string): Promise<void> => {
  for (const { _id, steps, version } of await PositioningModel.find({ "steps.by": accountId }).lean())
    await PositioningModel.updateOne(
      { _id, version },
      { $set: { steps: steps.map((step) => (step.by?.toHexString() === accountId ? { ...step, by: null } : step)) } },
    );
};
