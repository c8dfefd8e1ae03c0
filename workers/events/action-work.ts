import { actionCancelledMail, actionPlaceMail, actionProposedMail } from "#client/events/actions/action-mails.tsx";
import type { Mail } from "#client/kernel/mail.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { ActionModel, ParticipationModel, toAction, toParticipation } from "#server/events/actions/action-model.ts";
import { participationLink } from "#server/events/actions/answer-action.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { lastDayOf, shareOutPlaces } from "#shared/events/actions/action-rules.ts";
import type { CollectiveAction, Participation } from "#shared/events/actions/collective-action.ts";
import type { Work } from "#shared/kernel/job.ts";
import { endOfDay } from "#shared/kernel/moment.ts";
import { type PerformEffect, settlement } from "#workers/settle.ts";

type Say = (told: { firstName: string; action: CollectiveAction; link: string }) => Mail;
type Letter = { readonly participation: Participation; readonly action: CollectiveAction; readonly key: string };

const write = async ({ participation, action, key }: Letter, say: Say): Promise<void> => {
  const person = await AccountModel.findOne({ _id: participation.accountId, status: "active" }).lean();
  if (!person) return;
  const last = lastDayOf(action);
  const link = `/actions/${signLink(participationLink, participation.id)}`;
  await dispatchMail({
    dedupeKey: `action-${key}-${participation.id}-${Date.parse(participation.statusAt).toString(36)}`,
    kind: "action-news",
    to: person.email,
    ...(last !== null && { uselessAfter: endOfDay(last) }),
    ...sayMail(say({ firstName: person.firstName, action, link })),
  });
};

/** Tells the person what is proposed; one who answered in the meantime needs no mail. */
const mailProposed: PerformEffect = async (id) => {
  const found = await ParticipationModel.findOne({ _id: id, status: "proposed" }).lean();
  const action = found && (await ActionModel.findById(found.actionId).lean());
  if (!action || action.cancelledAt !== null) return;
  await write({ participation: toParticipation(found), action: toAction(action), key: "proposed" }, actionProposedMail);
};

/** After a yes or a place left: whoever now has a place and was not told is told, once. */
const tellPlaces: PerformEffect = async (id) => {
  const changed = await ParticipationModel.findById(id, { actionId: 1 }).lean();
  const document = changed && (await ActionModel.findById(changed.actionId).lean());
  if (!document || document.cancelledAt !== null) return;
  const action = toAction(document);
  const people = (await ParticipationModel.find({ actionId: action.id }).lean()).map(toParticipation);
  for (const participation of shareOutPlaces(people, action.places).placed.filter(({ toldPlace }) => !toldPlace)) {
    await write({ participation, action, key: "place" }, actionPlaceMail);
    await ParticipationModel.updateOne({ _id: participation.id, status: "accepted" }, { $set: { toldPlace: true } });
  }
};

const tellCancelled: PerformEffect = async (actionId) => {
  const document = await ActionModel.findById(actionId).lean();
  if (!document) return;
  const people = await ParticipationModel.find({ actionId, status: "accepted" }).lean();
  for (const one of people)
    await write(
      { participation: toParticipation(one), action: toAction(document), key: "cancelled" },
      actionCancelledMail,
    );
};

const actions = settlement(ActionModel, { cancelled: tellCancelled });
const participations = settlement(ParticipationModel, { mail: mailProposed, places: tellPlaces });

export const actionWork: Work = {
  performers: [...actions.performers, ...participations.performers],
  recurrences: [...actions.recurrences, ...participations.recurrences],
};
