import type { CollectiveAction, Participation, ParticipationStatus } from "#shared/events/actions/collective-action.ts";

export type ActionLine = {
  readonly action: CollectiveAction;
  readonly placed: number;
  readonly waiting: number;
  /** Results that are due and not written down. */
  readonly toWrite: number;
};

export type ActionPerson = Omit<Participation, "proposedBy"> & {
  readonly name: string;
  readonly phone: string | null;
  readonly place: "placed" | "waiting" | "none";
  readonly proposedBy: string | null;
};

export type MyAction = {
  readonly id: string;
  readonly status: ParticipationStatus;
  readonly isPlaced: boolean;
  readonly isOpen: boolean;
  readonly action: CollectiveAction;
};

export type OpenAction = { readonly id: string; readonly label: string };
