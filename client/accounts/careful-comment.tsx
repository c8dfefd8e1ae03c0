import type { VNode } from "preact";
import { Checkbox } from "#client/kernel/choice-fields.tsx";
import { type FieldProps, typedText } from "#client/kernel/form.tsx";
import { TextArea } from "#client/kernel/text-fields.tsx";
import { carefulRule, carefulWords } from "#shared/accounts/careful-words.ts";

type Comment = Omit<FieldProps, "hint"> & { maxLength?: number; rows?: number };

/** Where staff write about somebody: the rule beside it, and a second look when a word should be weighed. */
export const CarefulComment = (props: Comment): VNode => {
  const words = props.errors[props.name] ? carefulWords(typedText(props.typed, props.name)) : [];
  return (
    <>
      <TextArea {...props} hint={carefulRule} maxLength={props.maxLength ?? 1000} rows={props.rows ?? 2} />
      {words.length > 0 && (
        <Checkbox
          name="sure"
          label={`Je garde ces mots : ${words.join(", ")}. Ce sont des faits utiles au poste.`}
          typed={{}}
          errors={{}}
        />
      )}
    </>
  );
};
