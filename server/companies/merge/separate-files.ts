import type { Types } from "mongoose";
import type { CompanyDocument } from "#server/companies/company-model.ts";

type Merged = {
  readonly kept: CompanyDocument;
  /** The file that went, as it was when it went. */
  readonly gone: CompanyDocument;
  readonly takenIds: readonly Types.ObjectId[];
  readonly filled: readonly string[];
};

export type Separated = { readonly kept: Partial<CompanyDocument>; readonly gone: CompanyDocument };

/**
 * The two files as they should be again. What was changed since keeps its change; what was erased since stays erased;
 * what was written on the kept file since stays there.
 */
export const separate = ({ kept, gone, takenIds, filled }: Merged): Separated => {
  const taken = (id: Types.ObjectId): boolean => takenIds.some((one) => one.equals(id));
  const left = <One extends { id: Types.ObjectId }>(lines: readonly One[] = []): One[] =>
    lines.filter(({ id }) => !taken(id));
  const back = <One extends { id: Types.ObjectId }>(then: readonly One[] = [], now: readonly One[] = []): One[] =>
    then.flatMap((one) => (taken(one.id) ? (now.find(({ id }) => id.equals(one.id)) ?? []) : one));
  return {
    gone: {
      ...gone,
      contacts: back(gone.contacts, kept.contacts),
      notes: back(gone.notes, kept.notes),
      needs: back(gone.needs, kept.needs),
      agreements: back(gone.agreements, kept.agreements),
    },
    kept: {
      contacts: left(kept.contacts),
      notes: left(kept.notes),
      needs: left(kept.needs),
      agreements: left(kept.agreements),
      establishments: left(kept.establishments),
      ...emptied({ kept, gone, filled }),
    },
  };
};

/** What was filled by the merge and not changed since is empty again. */
const emptied = ({ kept, gone, filled }: Omit<Merged, "takenIds">): Partial<CompanyDocument> =>
  Object.fromEntries(
    filled.flatMap((name) => {
      const field = name as keyof CompanyDocument; // written by absorb-file.ts and run-merge.ts alone
      return JSON.stringify(kept[field]) === JSON.stringify(gone[field]) ? [[field, null]] : [];
    }),
  );
