import { type FoundOccupation, findOccupations } from "#shared/referentials/find-occupation.ts";
import { occupations } from "#shared/referentials/occupations.ts";

/** What was made of a trade someone typed: the occupation, or those it may have meant. */
export type Understood =
  | { readonly typed: string; readonly occupation: FoundOccupation }
  | { readonly typed: string; readonly occupation: null; readonly proposals: readonly FoundOccupation[] };

/** Below, we would guess: the person is asked instead. */
const sureEnough = 0.65;
/** Below, a proposal would be a guess at random: "dompteur de lions" is near nothing. */
const worthProposing = 0.05;
const proposed = 3;

/** Reads a trade as people write it; its own official title, as a form shows it again, is always itself. */
export const understandOccupation = (typed: string): Understood => {
  const title = occupations.find((occupation) => occupation.title === typed);
  if (title) return { typed, occupation: { code: title.code, label: title.title, confidence: 1 } };
  const found = findOccupations(typed, { limit: proposed });
  const [best] = found;
  return best !== undefined && best.confidence >= sureEnough
    ? { typed, occupation: best }
    : { typed, occupation: null, proposals: found.filter(({ confidence }) => confidence > worthProposing) };
};
