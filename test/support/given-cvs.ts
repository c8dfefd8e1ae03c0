import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import { newId } from "#server/platform/fields.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { aCv } from "#test/cvs/a-cv.ts";
import { keep } from "./open-store.ts";
import { givenPerson, type Person } from "./people.ts";

/** What a browser sends for a right first CV. */
export const typedFirstCv = {
  version: "0",
  wanted: ["aide soigante", ""],
  commune: "Tulle",
  radiusKm: "20",
  means: ["car"],
  hours: "any",
  experience1: "Aide-soignante de nuit",
  months1: "36",
  licences: ["permis-b", "deas"],
  phone: "06 12 34 56 78",
  visibility: "anonymous",
  libraryConsent: "on",
};

export type Seeker = Person & { readonly cvId: string };

/** Somebody with a CV, kept as it is given. */
export const givenSeeker = async (
  given: Partial<Cv> = {},
  person: Parameters<typeof givenPerson>[0] = {},
): Promise<Seeker> => {
  const seeker = await givenPerson(person);
  const cvId = newId().toHexString();
  await keep(CvModel, aCv({ id: cvId, accountId: seeker.id, ...given }));
  return { ...seeker, cvId };
};

export const storedCv = async (accountId: string): Promise<Cv | null> => {
  const document = await CvModel.findOne({ accountId }).lean();
  return document ? toCv(document) : null;
};
