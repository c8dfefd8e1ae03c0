import { carefulWords } from "#shared/accounts/careful-words.ts";
import { wrongField } from "#shared/kernel/failure.ts";

type Comment = { readonly field: string; readonly text: string | null; readonly sure: boolean };

/**
 * A comment with a word to weigh comes back once, with the box that keeps it all the same: a warning, not a ban.
 * @throws Failure "invalid" / "careful-words"
 */
export const refuseCareless = ({ field, text, sure }: Comment): void => {
  if (!sure && text !== null && carefulWords(text).length > 0) throw wrongField(field, "careful-words");
};
