import mongoose from "mongoose";
import { placesWithin } from "#server/cvs/places-within.ts";
import { anyOf } from "#server/platform/filter.ts";
import { site } from "#server/platform/site.ts";
import { findLocalPlace } from "#server/referentials/find-local-place.ts";
import type { Company } from "#shared/companies/company.ts";
import { type AnonymousCv, anonymousCv } from "#shared/cvs/anonymous-cv.ts";
import type { LibrarySearch } from "#shared/cvs/library-contracts.ts";
import { type Understood, understandOccupation } from "#shared/cvs/understood-occupation.ts";
import type { Actor } from "#shared/kernel/actor.ts";
import type { ListPage } from "#shared/kernel/page.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import type { Place } from "#shared/referentials/place.ts";
import { CvModel, toCv } from "./cv-model.ts";
import { cvsVisibleTo } from "./cv-visibility.ts";

export const libraryPageSize = 20;
/** Nobody reads five hundred CVs; a machine would. */
const deepestPage = 25;
const usualRadiusKm = 20;

export type LibraryAnswer = {
  readonly cards: ListPage<AnonymousCv>;
  /** What was made of the words; null when none were typed. */
  readonly understood: Understood | null;
  readonly place: Place | null;
  readonly placeUnknown: boolean;
};

/** The CVs an actor may find, without their persons, newest first. Every condition is MongoDB's: no leak by a stale list. */
export const searchLibrary = async (
  actor: Actor,
  company: Company | null,
  search: LibrarySearch,
): Promise<LibraryAnswer> => {
  const understood = search.q === null ? null : understandOccupation(search.q);
  const place = search.ou === null ? null : findLocalPlace(search.ou, site().territory);
  const placeUnknown = search.ou !== null && place === null;
  const page = Math.min(search.page, deepestPage);
  const empty = { items: [], total: 0, page: 1, pageSize: libraryPageSize };
  if (understood?.occupation === null || placeUnknown) return { cards: empty, understood, place, placeUnknown };
  const filter = {
    ...cvsVisibleTo(actor, company),
    ...(understood && { occupations: anyOf(occupationsFor(understood.occupation.code, search.proches)) }),
    ...(place && { "commune.code": anyOf(placesWithin(place, search.rayon ?? usualRadiusKm)) }),
    ...(search.permis.length > 0 && { licences: mongoose.trusted({ $all: search.permis }) }),
    ...(search.contrat && { $or: [{ contracts: search.contrat }, { contracts: anyContract }] }),
  };
  const [documents, total] = await Promise.all([
    CvModel.find(filter)
      .sort({ updatedAt: -1, _id: -1 })
      .skip((page - 1) * libraryPageSize)
      .limit(libraryPageSize)
      .lean(),
    CvModel.countDocuments(filter),
  ]);
  const items = documents.map((document) => anonymousCv(toCv(document)));
  return { cards: { items, total, page, pageSize: libraryPageSize }, understood, place, placeUnknown };
};

/** Who chose no contract takes any. */
const anyContract = mongoose.trusted({ $size: 0 });

/** The occupation, and those one may come from when near ones are wanted too. */
const occupationsFor = (code: string, near: boolean): readonly string[] =>
  near ? [code, ...(occupationByCode(code)?.neighbours ?? [])] : [code];
