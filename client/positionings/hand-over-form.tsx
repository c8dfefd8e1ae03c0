import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Details } from "#client/design/details.tsx";
import { type Choice, Select } from "#client/kernel/choice-fields.tsx";
import { Form, type FormState } from "#client/kernel/form.tsx";

type Props = FormState & {
  action: string;
  officers: readonly Choice[];
  hidden?: Readonly<Record<string, string | number>>;
  label: string;
};

/** Gives a card, or all of one's cards, to a colleague. */
export const HandOverForm = ({ action, officers, hidden = {}, label, typed, errors }: Props): VNode => (
  <Form action={action} hidden={hidden} class="stack-s">
    <Select
      name="officerId"
      label={label}
      choices={officers}
      empty="Choisissez un collègue"
      typed={typed}
      errors={errors}
    />
    <Button kind="plain" small>
      Confier
    </Button>
  </Form>
);

/** All of one's cards at once: a leave, another territory. */
export const HandOverAll = ({ officers, typed, errors }: FormState & { officers: readonly Choice[] }): VNode => (
  <Details summary="Confier toutes mes cartes à un collègue" open={Object.keys(errors).length > 0}>
    <HandOverForm
      action="/bureau/positionnements/confier"
      officers={officers}
      label="Qui les suit maintenant ?"
      typed={typed}
      errors={errors}
    />
  </Details>
);
