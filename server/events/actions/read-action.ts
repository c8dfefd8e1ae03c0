import type { ActionLine, ActionPerson, MyAction, OpenAction } from "#client/events/actions/action-facts.ts";
import { today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import { namesOf } from "#server/positionings/describe-cards.ts";
import { balanceOf, momentsDue, resultAt, shareOutPlaces } from "#shared/events/actions/action-rules.ts";
import type { CollectiveAction, Participation } from "#shared/events/actions/collective-action.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { ActionModel, ParticipationModel, toAction, toParticipation } from "./action-model.ts";
import { findParticipationByLink } from "./answer-action.ts";
import { isOpenAction } from "./propose-action.ts";
import { findAction } from "./run-action.ts";

const mostListed = 200;

/** The desk's list, newest first, with how many of the places are taken; all of it, or those that are so. */
export const listActions = async (areSo: (action: CollectiveAction) => boolean = () => true): Promise<ActionLine[]> => {
  const last = await ActionModel.find().sort({ createdAt: -1 }).limit(mostListed).lean();
  const actions = last.map(toAction).filter(areSo);
  if (actions.length === 0) return [];
  const people = await participationsOf(actions.map(({ id }) => id));
  return actions.map((action) => {
    const own = people.filter(({ actionId }) => actionId === action.id);
    const { placed, waiting } = shareOutPlaces(own, action.places);
    return { action, placed: placed.length, waiting: waiting.length, toWrite: toWrite(action, placed) };
  });
};

const participationsOf = async (actionIds: readonly string[]): Promise<Participation[]> =>
  (await ParticipationModel.find({ actionId: anyOf(actionIds) }).lean()).map(toParticipation);

/** Results that are due and not written down. */
const toWrite = (action: CollectiveAction, placed: readonly Participation[]): number =>
  momentsDue(action, today()).reduce(
    (count, moment) => count + placed.filter((one) => resultAt(one, moment) === null).length,
    0,
  );

/** One action with its people, in the order of the page: with a place, waiting, not answered, gone. */
export const readAction = async (actionId: string): Promise<{ action: CollectiveAction; people: ActionPerson[] }> => {
  const action = await findAction(actionId);
  const people = await participationsOf([actionId]);
  const names = await namesOf(people.flatMap(({ accountId, proposedBy }) => [accountId, proposedBy ?? accountId]));
  const { placed, waiting } = shareOutPlaces(people, action.places);
  const others = people.filter(({ status }) => status !== "accepted");
  const described = (one: Participation, place: ActionPerson["place"]): ActionPerson[] => {
    const person = names.get(one.accountId);
    const proposer = one.proposedBy === null ? undefined : names.get(one.proposedBy);
    if (!person) return [];
    const proposedBy = proposer ? `${proposer.firstName} ${proposer.lastName}` : null;
    return [{ ...one, place, name: `${person.firstName} ${person.lastName}`, phone: person.phone, proposedBy }];
  };
  return {
    action,
    people: [
      ...placed.flatMap((one) => described(one, "placed")),
      ...waiting.flatMap((one) => described(one, "waiting")),
      ...others.flatMap((one) => described(one, "none")),
    ],
  };
};

export const readBalance = async (actionId: string) => {
  const action = await findAction(actionId);
  return { action, balance: balanceOf(action, await participationsOf([actionId])) };
};

/** What a person sees of one of theirs: the action, and whether they have a place. Never another's name. */
const mineOf = async (own: readonly Participation[]): Promise<MyAction[]> => {
  const actionIds = own.map(({ actionId }) => actionId);
  const actions = (await ActionModel.find({ _id: anyOf(actionIds) }).lean()).map(toAction);
  const everyone = await participationsOf(actionIds);
  return own.flatMap((one) => {
    const action = actions.find(({ id }) => id === one.actionId);
    if (!action) return [];
    const queue = everyone.filter(({ actionId }) => actionId === action.id);
    const isPlaced = shareOutPlaces(queue, action.places).placed.some(({ id }) => id === one.id);
    return [{ id: one.id, status: one.status, isPlaced, isOpen: isOpenAction(action), action }];
  });
};

export const readMyActions = async (actor: Member): Promise<MyAction[]> => {
  const own = await ParticipationModel.find({ accountId: actor.accountId }).sort({ statusAt: -1 }).limit(50).lean();
  return mineOf(own.map(toParticipation));
};

export const readActionByLink = async (token: string): Promise<MyAction> => {
  const [mine] = await mineOf([await findParticipationByLink(token)]);
  if (!mine) throw new Failure("gone", "link-is-over");
  return mine;
};

/** The actions that somebody may still be proposed for. */
export const openActions = async (): Promise<OpenAction[]> => {
  const actions = (await ActionModel.find().sort({ createdAt: -1 }).limit(mostListed).lean()).map(toAction);
  return actions.filter(isOpenAction).map(({ id, title, commune }) => ({ id, label: `${title}, ${commune.name}` }));
};
