import { not } from "#server/platform/filter.ts";
import { gatheredReads } from "#server/platform/gathered.ts";
import { OfferModel } from "./offer-model.ts";

/** Beyond, the index is so late that counting right would cost more than it is worth. */
const most = 1_000;

/**
 * The offers that are no longer public and whose leaving the index does not know yet. They owe it that since the very
 * update that hid them: however late or lost the job, no total and no facet counts them.
 */
export const offersInDoubt = (): Promise<readonly string[]> => asked(null);

const asked = gatheredReads(async (askers: readonly null[]) => {
  const hidden = { $or: [{ status: not("published" as const) }, { exclusive: true }] };
  const owing = await OfferModel.find({ "effects.kind": "index", ...hidden }, { _id: 1 })
    .limit(most)
    .lean();
  const ids = owing.map(({ _id }) => _id.toHexString());
  return askers.map(() => ids);
});
