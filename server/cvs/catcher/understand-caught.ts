import { communeByCode, findCommune } from "#server/referentials/find-commune.ts";
import { type CaughtCv, type CaughtTrade, tradesOf } from "#shared/cvs/caught-cv.ts";
import type { Cv, CvExperience } from "#shared/cvs/cv.ts";
import { findSkill } from "#shared/cvs/find-skill.ts";
import { understandOccupation } from "#shared/cvs/understood-occupation.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Commune } from "#shared/referentials/commune.ts";

/**
 * The findings, as the person left them, in the shape of a CV that belongs to nobody: enough to rank offers by.
 * @throws Failure "invalid" with the field of each word we do not know
 */
export const understandCaught = (caught: CaughtCv): Cv => {
  const trades = tradesOf(caught).map((trade) => ({ ...trade, occupation: codeOf(trade, caught) }));
  const commune = communeOf(caught);
  const skill = caught.otherSkill === null ? null : findSkill(caught.otherSkill);
  const fields = {
    ...Object.fromEntries(
      trades.filter(({ occupation }) => occupation === null).map(({ line }) => [`trade${line}`, "unknown-occupation"]),
    ),
    ...(commune === null && { commune: "unknown-commune" }),
    ...(caught.otherSkill !== null && skill === null && { otherSkill: "unknown-skill" }),
  };
  if (commune === null || Object.keys(fields).length > 0) throw new Failure("invalid", "invalid", { fields });
  return {
    ...nobodys,
    occupations: unique(
      trades.flatMap(({ sought, occupation }) => (sought && occupation !== null ? [occupation] : [])),
    ),
    experiences: trades.flatMap(experienceOf),
    skills: unique([...caught.skills, ...(skill === null ? [] : [skill.id])]),
    licences: caught.licences,
    diplomas: caught.diplomas,
    commune,
    radiusKm: caught.radiusKm,
    means: caught.means,
  };
};

/** A commune that was left as it was read is that one, whatever others bear its name. */
const communeOf = ({ commune, read }: CaughtCv): Commune | null => {
  if (commune === null) return nowhere;
  return (read.commune?.name === commune ? communeByCode(read.commune.code) : null) ?? findCommune(commune);
};

/** A title that was left as it was read keeps the occupation it was read as. */
const codeOf = ({ label }: CaughtTrade, { read }: CaughtCv): string | null =>
  read.occupations.find((found) => found.label === label && understandOccupation(label).occupation === null)?.code ??
  understandOccupation(label).occupation?.code ??
  null;

const experienceOf = ({
  label,
  months,
  occupation,
}: Pick<CaughtTrade, "label" | "months"> & { occupation: string | null }): CvExperience[] =>
  months === null || months === 0 ? [] : [{ occupation, label, months }];

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** A point at 0, 0 counts as unknown (see shared/matching/project.ts): no distance is then told. */
const nowhere: Commune = { code: "", name: "", postcode: "", lat: 0, lon: 0 };

const noId = "0".repeat(24);
const beginning = "2000-01-01T00:00:00.000Z";

const nobodys: Cv = {
  id: noId,
  accountId: noId,
  occupations: [],
  otherWanted: null,
  skills: [],
  experiences: [],
  diplomas: [],
  licences: [],
  languages: [],
  commune: nowhere,
  radiusKm: 20,
  means: [],
  contracts: [],
  hours: "any",
  schedules: [],
  availableFrom: null,
  about: "",
  visibility: "hidden",
  libraryConsent: null,
  consents: [],
  blockedCompanyIds: [],
  status: "active",
  createdAt: beginning,
  updatedAt: beginning,
  lastUsedAt: beginning,
  version: 0,
};
