import type { CollectiveAction, Participation } from "#shared/events/actions/collective-action.ts";
import { anActor, candidateId, idOf } from "#test/support/actors.ts";

const at = "2026-11-20T08:00:00.000Z";

export const anAction = (given: Partial<CollectiveAction> = {}): CollectiveAction => ({
  id: idOf(0xac),
  kind: "keys",
  title: "Clés de l’emploi, métiers fictifs",
  commune: { code: "19272", name: "Tulle", postcode: "19000", lat: 45.27, lon: 1.77 },
  places: 2,
  asksM12: false,
  steps: [],
  beneficiaries: null,
  officerId: anActor("officer").accountId,
  cancelledAt: null,
  version: 1,
  createdAt: at,
  updatedAt: at,
  ...given,
});

export const aParticipation = (given: Partial<Participation> = {}): Participation => ({
  id: idOf(0xab),
  actionId: idOf(0xac),
  accountId: candidateId,
  proposedBy: null,
  reason: null,
  status: "proposed",
  statusAt: at,
  acceptedAt: null,
  toldPlace: false,
  attendance: [],
  results: [],
  updatedAt: at,
  ...given,
});
