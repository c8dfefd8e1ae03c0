import type { Typed } from "#client/kernel/form.tsx";
import { languageLines } from "#shared/cvs/closed-lists.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { occupationByCode } from "#shared/referentials/occupations.ts";

/** What the five questions show before anyone typed: everything is open, and the CV visible without a name. */
export const blankCv: Typed = { radiusKm: "20", hours: "any", visibility: "anonymous" };

/** A CV as its five questions would have been typed. */
export const typedCv = (cv: Cv, phone: string | null): Typed => ({
  wanted: cv.occupations.map((code) => occupationByCode(code)?.title ?? code),
  commune: `${cv.commune.name} (${cv.commune.postcode})`,
  radiusKm: String(cv.radiusKm),
  means: [...cv.means],
  contracts: [...cv.contracts],
  hours: cv.hours,
  schedules: [...cv.schedules],
  ...Object.fromEntries(
    cv.experiences.flatMap(({ label, months }, place) => [
      [`experience${place + 1}`, label],
      [`months${place + 1}`, String(months)],
    ]),
  ),
  licences: [...cv.licences],
  phone: phone ?? "",
  visibility: cv.visibility,
  libraryConsent: cv.libraryConsent ? "on" : "",
});

/** What the page "compléter" shows of a CV. */
export const typedDetails = (cv: Cv): Typed => ({
  skills: [...cv.skills],
  diplomas: [...cv.diplomas],
  ...Object.fromEntries(
    cv.languages.slice(0, languageLines).flatMap(({ name, level }, place) => [
      [`language${place + 1}`, name],
      [`level${place + 1}`, level],
    ]),
  ),
  availableFrom: cv.availableFrom ?? "",
  about: cv.about,
});
