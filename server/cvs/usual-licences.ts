import { type Licence, licenceByCode } from "#shared/referentials/licence.ts";
import { occupationByCode, proposedSkills } from "#shared/referentials/occupations.ts";
import type { Skill } from "#shared/referentials/skill.ts";
import { skillById } from "#shared/referentials/skills.ts";

/** The licences usually asked for in these occupations, and those the law requires. */
export const usualLicences = (codes: readonly string[]): Licence[] =>
  known(
    codes.flatMap((code) => [
      ...(occupationByCode(code)?.requiredDiplomas ?? []),
      ...(occupationByCode(code)?.licences ?? []),
    ]),
    licenceByCode,
  );

/** The skills of these occupations, those at their heart first, and those kept from elsewhere. */
export const usualSkills = (codes: readonly string[], kept: readonly string[]): Skill[] =>
  known([...codes.flatMap(proposedSkills), ...kept], skillById);

const known = <Thing>(codes: readonly string[], find: (code: string) => Thing | undefined): Thing[] =>
  [...new Set(codes)].map(find).filter((one) => one !== undefined);
