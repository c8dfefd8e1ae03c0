import { findCommune } from "#server/referentials/find-commune.ts";
import type { Cv, CvExperience } from "#shared/cvs/cv.ts";
import { type CvDraft, draftedExperiences } from "#shared/cvs/cv-draft.ts";
import { understandOccupation } from "#shared/cvs/understood-occupation.ts";
import { Failure } from "#shared/kernel/failure.ts";

export type ReadDraft = Pick<
  Cv,
  | "occupations"
  | "commune"
  | "radiusKm"
  | "means"
  | "contracts"
  | "hours"
  | "schedules"
  | "experiences"
  | "licences"
  | "visibility"
>;

/**
 * Turns the words of a form into what is kept: trades into occupations, a name into a commune.
 * @throws Failure "invalid" with the field of each word we do not know
 */
export const readDraft = (draft: CvDraft): ReadDraft => {
  const understood = draft.wanted.map(understandOccupation);
  const commune = findCommune(draft.commune);
  const unknown = understood.flatMap(({ occupation }, place) => (occupation === null ? [`wanted.${place}`] : []));
  const fields = {
    ...Object.fromEntries(unknown.map((field) => [field, "unknown-occupation"])),
    ...(commune === null && { commune: "unknown-commune" }),
  };
  if (commune === null || unknown.length > 0) throw new Failure("invalid", "invalid", { fields });
  return {
    occupations: [...new Set(understood.flatMap(({ occupation }) => (occupation === null ? [] : [occupation.code])))],
    commune,
    radiusKm: draft.radiusKm,
    means: draft.means,
    contracts: draft.contracts,
    hours: draft.hours,
    schedules: draft.schedules,
    experiences: draftedExperiences(draft).map(readExperience),
    licences: draft.licences,
    visibility: draft.visibility,
  };
};

/** An experience we cannot name still counts for who reads it, not for the ranking. */
const readExperience = ({ label, months }: { label: string; months: number }): CvExperience => ({
  occupation: understandOccupation(label).occupation?.code ?? null,
  label,
  months,
});
