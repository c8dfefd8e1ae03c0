import { isUnderWay } from "#shared/positionings/positioning-board.ts";
import { positioningStatuses } from "#shared/positionings/positioning-words.ts";

/** Between a proposal and a hiring, for queries. */
export const underWayStatuses = positioningStatuses.filter(isUnderWay);
