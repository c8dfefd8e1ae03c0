import type { Types } from "mongoose";
import { now } from "#server/platform/clock.ts";
import type { JobDatingDocument } from "./job-dating-model.ts";

type Blank = Pick<
  JobDatingDocument,
  | "status"
  | "invitedIds"
  | "locked"
  | "forbidden"
  | "added"
  | "basis"
  | "plan"
  | "announced"
  | "officerId"
  | "lastBadge"
  | "version"
  | "createdAt"
  | "updatedAt"
  | "effects"
>;

/** What every event begins with: seen by nobody, nobody invited, nothing planned. */
export const draftEvent = (officerId: Types.ObjectId): Blank => ({
  status: "draft",
  invitedIds: [],
  locked: [],
  forbidden: [],
  added: [],
  basis: 0,
  plan: null,
  announced: null,
  officerId,
  lastBadge: 0,
  version: 0,
  createdAt: now(),
  updatedAt: now(),
  effects: [],
});
