import { anyOf } from "#server/platform/filter.ts";
import { readPositioning } from "#server/positionings/find-positioning.ts";
import { planTwelveMonths } from "#server/positionings/plan-twelve-months.ts";
import { ActionModel, ParticipationModel } from "./action-model.ts";

/** Somebody was hired: where an action they said yes to asks for twelve months, their card gets one more call. */
export const followTwelveMonths = async (positioningId: string): Promise<void> => {
  const positioning = await readPositioning(positioningId);
  if (!positioning) return;
  const joined = await ParticipationModel.find(
    { accountId: positioning.accountId, status: "accepted" },
    { actionId: 1 },
  ).lean();
  const actionIds = anyOf(joined.map(({ actionId }) => actionId));
  const asks = await ActionModel.exists({ _id: actionIds, asksM12: true, cancelledAt: null });
  if (asks) await planTwelveMonths(positioning);
};
