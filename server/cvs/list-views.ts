import type { CvViewKind } from "#shared/cvs/cv-view.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { CvViewModel, toCvView } from "./cv-view-model.ts";

/** Who looked on one day, and what they saw: several looks of the same people are one line. */
export type Look = {
  /** Null for the staff of the département. */
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly kind: CvViewKind;
  readonly day: string;
  readonly times: number;
};

const most = 500;

/** The journal of a CV, newest first. */
export const looksAt = async (accountId: string): Promise<Look[]> => {
  const documents = await CvViewModel.find({ accountId }).sort({ at: -1 }).limit(most).lean();
  const lines = new Map<string, Look>();
  for (const { companyId, companyName, kind, at } of documents.map(toCvView)) {
    const day = dayOf(new Date(at));
    const key = `${companyId} ${kind} ${day}`;
    const times = (lines.get(key)?.times ?? 0) + 1;
    lines.set(key, { companyId, companyName, kind, day, times });
  }
  return [...lines.values()];
};
