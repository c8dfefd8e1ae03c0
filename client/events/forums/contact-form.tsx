import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Tag } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { type Choice, choicesOf, Radios, Select } from "#client/kernel/choice-fields.tsx";
import { Form, type FormState } from "#client/kernel/form.tsx";
import { sayCount, sayMoment } from "#client/kernel/say.tsx";
import { NumberField, TextArea, TextField } from "#client/kernel/text-fields.tsx";
import type { NamedContact } from "./forum-facts.ts";
import { contactOutcomeLabels } from "./forum-words.ts";

type ContactFormProps = FormState & {
  readonly action: string;
  readonly formKey: string;
  readonly subjects: readonly Choice[];
};

/** One visitor by their code, or a number of people: four touches in the noise of a hall. */
export const ContactForm = ({ action, formKey, subjects, typed, errors }: ContactFormProps): VNode => {
  const field = { typed: { outcome: "talked", ...typed }, errors };
  const careless = "note" in errors;
  return (
    <Form action={action} hidden={{ formKey, ...(careless ? { sure: "on" } : {}) }} class="stack">
      <div class="grid2">
        <TextField
          name="code"
          label="Code du visiteur"
          hint="Six lettres, sur son badge."
          required={false}
          autocomplete="off"
          maxLength={8}
          {...field}
        />
        <NumberField name="people" label="Ou combien de personnes" hint="Sans code : 1." required={false} {...field} />
      </div>
      <Radios name="outcome" label="Ce qui s’est passé" choices={choicesOf(contactOutcomeLabels)} {...field} />
      {subjects.length > 0 && (
        <Select
          name="subject"
          label="À propos de"
          empty="Rien de précis"
          required={false}
          choices={subjects}
          {...field}
        />
      )}
      <Details summary="Ajouter une note" open={careless || "note" in typed}>
        <TextArea
          name="note"
          label="Note"
          hint="Des faits utiles au poste. La personne peut la lire."
          required={false}
          rows={2}
          maxLength={500}
          {...field}
        />
      </Details>
      <p class="small soft">Code donné, et suite souhaitée pour une offre : nous demandons son accord à la personne.</p>
      <Button>Noter ce contact</Button>
    </Form>
  );
};

type ListProps = {
  readonly contacts: readonly NamedContact[];
  readonly subjects: readonly Choice[];
  /** What may be done about one. */
  readonly gesture?: (contact: NamedContact["contact"]) => VNode | null;
};

/** Whom a stand met, the newest first. */
export const ContactList = ({ contacts, subjects, gesture }: ListProps): VNode =>
  contacts.length === 0 ? (
    <p class="soft">Aucun contact noté.</p>
  ) : (
    <ul class="door-list">
      {contacts.map(({ contact, name }) => (
        <li key={contact.id}>
          <span>
            <b>{whoOf(contact, name)}</b> <Tag>{contactOutcomeLabels[contact.outcome].toLowerCase()}</Tag>
            {contact.positioningId !== null && (
              <>
                {" "}
                <Tag tone="pine">proposée à la personne</Tag>
              </>
            )}
            <br />
            <span class="small soft">
              {sayMoment(contact.createdAt)}
              {aboutOf(contact, subjects)}
            </span>
            {contact.note !== null && <span class="small preline soft"> {contact.note}</span>}
          </span>
          {gesture?.(contact)}
        </li>
      ))}
    </ul>
  );

const whoOf = ({ people }: NamedContact["contact"], name: string | null): string =>
  name ?? sayCount(people, "personne", "personnes");

const aboutOf = ({ offerId, trainingId }: NamedContact["contact"], subjects: readonly Choice[]): string => {
  const value = offerId !== null ? `offer.${offerId}` : trainingId !== null ? `training.${trainingId}` : null;
  const label = subjects.find((one) => one.value === value)?.label;
  return label === undefined ? "" : `, ${label}`;
};
