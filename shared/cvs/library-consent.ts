import type { Cv, CvVisibility, GivenConsent } from "./cv.ts";

/** The text people agree to, and its name: a new wording is a new version, and is asked anew. */
export const libraryConsentVersion = "cvtheque-1";
export const libraryConsentText =
  "J’accepte que les employeurs vérifiés par le Département voient mon CV, comme choisi ci-dessus.";

const inLibrary: readonly CvVisibility[] = ["anonymous", "named"];

export const isLibraryChoice = (visibility: CvVisibility): boolean => inLibrary.includes(visibility);

/** Whether employers may see it at all: the choice is not enough, the consent of today's text is needed. */
export const consentsToLibrary = ({ visibility, libraryConsent }: Pick<Cv, "visibility" | "libraryConsent">): boolean =>
  isLibraryChoice(visibility) && libraryConsent !== null;

type Before = Pick<Cv, "visibility" | "libraryConsent">;
type Wanted = { readonly visibility: CvVisibility; readonly agrees: boolean; readonly at: string };
type Settled = Before & { readonly said: GivenConsent | null };

/**
 * What a choice and a box come to. Without the box a library choice is "staff"; what was said is kept when it
 * changes something, with its date and the text's version.
 */
export const settleConsent = (before: Before | null, { visibility, agrees, at }: Wanted): Settled => {
  const open = isLibraryChoice(visibility) && agrees;
  const was = before?.libraryConsent ?? null;
  if (!open)
    return {
      visibility: isLibraryChoice(visibility) ? "staff" : visibility,
      libraryConsent: null,
      said: was && { version: was.version, visibility: before?.visibility ?? "staff", given: false, at },
    };
  const same = was?.version === libraryConsentVersion && before?.visibility === visibility;
  if (was && same) return { visibility, libraryConsent: was, said: null };
  const libraryConsent = { version: libraryConsentVersion, at };
  return { visibility, libraryConsent, said: { ...libraryConsent, visibility, given: true } };
};
