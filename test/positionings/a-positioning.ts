import type { Positioning } from "#shared/positionings/positioning.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { anActor, candidateId, companyId, idOf } from "#test/support/actors.ts";

/** The usual road to each status, without its first step. */
const road: readonly PositioningStatus[] = [
  "proposed",
  "consented",
  "submitted",
  "seen",
  "interviewPlanned",
  "interviewed",
  "selected",
  "hired",
  "inPostM1",
  "inPostM3",
  "inPostM6",
];

/** A positioning that came along the usual road, or by the statuses given. */
export const aPositioning = (
  status: PositioningStatus,
  { via, ...given }: Partial<Positioning> & { via?: readonly PositioningStatus[] } = {},
): Positioning => {
  const passed = via ?? ["suggested", ...road.slice(0, road.indexOf(status) + 1)];
  return {
    id: idOf(0xb0),
    offerId: idOf(0x0f),
    accountId: candidateId,
    cvId: idOf(0xcf),
    companyId,
    officerId: anActor("officer").accountId,
    status,
    statusAt: "2026-11-20T08:00:00.000Z",
    steps: passed.map((each) => ({ status: each, at: "2026-11-20T08:00:00.000Z", by: null, note: null })),
    match: null,
    interviewAt: null,
    interviewPlace: null,
    startsOn: null,
    followUps: [],
    handovers: [],
    version: 1,
    createdAt: "2026-11-20T08:00:00.000Z",
    updatedAt: "2026-11-20T08:00:00.000Z",
    ...given,
  };
};
