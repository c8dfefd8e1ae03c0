import { type AccountDocument, AccountModel } from "#server/accounts/account-model.ts";
import { now } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { columnOf } from "#shared/positionings/positioning-board.ts";
import { positioningStatuses } from "#shared/positionings/positioning-words.ts";
import { findPositioning } from "./find-positioning.ts";
import { tellScreens } from "./move-positioning.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";

type DeskStaff = Pick<AccountDocument, "_id" | "firstName" | "lastName" | "status">;

/** Officers and admins, whether their account is open or closed. */
export const deskStaff = (): Promise<DeskStaff[]> =>
  AccountModel.find({ role: anyOf(["officer", "admin"]) }, { firstName: 1, lastName: 1, status: 1 }).lean();

export const officersToChoose = async (): Promise<Choice[]> => openAmong(await deskStaff());

/** Those who may take a card over: whose account is open, by name. */
export const openAmong = (staff: readonly DeskStaff[]): Choice[] =>
  staff
    .filter(({ status }) => status === "active")
    .map(({ _id, firstName, lastName }) => ({ value: _id.toHexString(), label: `${firstName} ${lastName}` }))
    .sort((one, other) => one.label.localeCompare(other.label, "fr"));

type Choice = { value: string; label: string };

/** Gives one card to a colleague; its state, its waiting time and its calls stay as they are. */
export const handOver = async (
  actor: Member,
  positioningId: string,
  { officerId, version }: { officerId: string; version: number },
): Promise<Positioning> => {
  const positioning = await findPositioning(actor, positioningId);
  if (positioning.version !== version) throw new Failure("conflict", "changed-meanwhile");
  await refuseStranger(officerId);
  return give(actor, positioning, officerId);
};

/** Gives all that one still follows to a colleague: a leave, another territory. Says how many cards went. */
export const handOverAll = async (actor: Member, officerId: string): Promise<number> => {
  await refuseStranger(officerId);
  if (officerId === actor.accountId) throw wrongField("officerId", "already-yours");
  const followed = positioningStatuses.filter((status) => columnOf(status) !== "out");
  const mine = await PositioningModel.find({ officerId: actor.accountId, status: anyOf(followed) }).lean();
  let given = 0;
  for (const document of mine) {
    await give(actor, toPositioning(document), officerId);
    given += 1;
  }
  return given;
};

const refuseStranger = async (officerId: string): Promise<void> => {
  const officers = await officersToChoose();
  if (!officers.some(({ value }) => value === officerId)) throw wrongField("officerId", "not-a-choice");
};

const give = async (actor: Member, positioning: Positioning, officerId: string): Promise<Positioning> => {
  if (positioning.officerId === officerId) return positioning;
  const given = await PositioningModel.findOneAndUpdate(
    { _id: positioning.id, officerId: positioning.officerId },
    {
      $set: { officerId, updatedAt: now() },
      $push: { handovers: { at: now(), by: actor.accountId, officerId } },
      $inc: { version: 1 },
    },
    { returnDocument: "after" },
  ).lean();
  if (!given) throw new Failure("conflict", "changed-meanwhile");
  tellScreens(positioning);
  return toPositioning(given);
};

/** Oneself, and the colleagues whose account is closed: what they followed is nobody's any more, so it is everyone's. */
export const followedBy = (actor: Member, staff: readonly DeskStaff[]): string[] => {
  const gone = staff.filter(({ status }) => status === "disabled");
  return [actor.accountId, ...gone.map(({ _id }) => _id.toHexString())];
};
