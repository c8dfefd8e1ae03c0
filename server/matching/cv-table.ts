import { type CvDocument, CvModel, toCv } from "#server/cvs/cv-model.ts";
import { matchableCvs } from "#server/cvs/cv-visibility.ts";
import { atLeast } from "#server/platform/filter.ts";
import { canBeMatched } from "#shared/cvs/cv-rules.ts";
import { type CvTable, cvTable } from "#shared/matching/cv-table.ts";
import type { MatchCv } from "#shared/matching/match-input.ts";
import { toMatchCv } from "#shared/matching/project.ts";
import { type LiveTable, liveTable, type Reading } from "./live-table.ts";

const read = (document: CvDocument): Reading<MatchCv> => {
  const cv = toCv(document);
  return { id: cv.id, version: cv.version, row: canBeMatched(cv) ? toMatchCv(cv) : null };
};

async function* readAllOf(): AsyncIterable<Reading<MatchCv>> {
  for (const document of await CvModel.find(matchableCvs()).lean()) yield read(document);
}

/** The CVs that officers and the ranking may use, ready to be ranked. */
export const liveCvTable: LiveTable<CvTable> = liveTable<MatchCv, CvTable>({
  empty: () => cvTable(),
  all: readAllOf,
  changedSince: async (instant) => (await CvModel.find({ updatedAt: atLeast(instant) }).lean()).map(read),
  count: () => CvModel.countDocuments(matchableCvs()),
});
