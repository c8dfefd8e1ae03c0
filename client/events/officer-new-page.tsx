import { Button } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import { Checkboxes, type Choice, choicesOf, Radios } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { DateField, NumberField, PlaceField, TextArea, TextField, TimeField } from "#client/kernel/text-fields.tsx";
import { audienceLabels } from "./dating-words.ts";

/** What is usual; each may be changed. */
const usual = {
  opens: "09:00",
  closes: "12:00",
  slotMinutes: "12",
  breakMinutes: "3",
  maxMeetings: "4",
  capacity: "60",
  audience: "open",
} as const;

export const officerNewDatingPage = ({ offers, ...state }: FormState & { offers: readonly Choice[] }): Page => {
  const { errors } = state;
  const typed = { ...usual, ...state.typed };
  const field = { typed, errors };
  return {
    title: "Créer un job dating",
    section: "events",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <Breadcrumb links={[{ href: "/bureau/evenements", label: "Événements" }]} here="Nouveau" />
        <h1>Créer un job dating</h1>
        <ErrorSummary errors={errors} />
        <Form action="/bureau/evenements" warnUnsaved>
          <TextField name="title" label="Titre" hint="Par exemple : Job dating industrie" maxLength={120} {...field} />
          <DateField name="day" label="Jour" {...field} />
          <div class="grid2">
            <TimeField name="opens" label="Début" {...field} />
            <TimeField name="closes" label="Fin" {...field} />
          </div>
          <TextField name="place" label="Salle" hint="Le nom et l’adresse du lieu" maxLength={160} {...field} />
          <PlaceField name="commune" label="Commune" {...field} />
          <div class="grid2">
            <NumberField name="slotMinutes" label="Durée d’une rencontre" unit="min" {...field} />
            <NumberField name="breakMinutes" label="Pause entre deux" unit="min" {...field} />
          </div>
          <div class="grid2">
            <NumberField name="maxMeetings" label="Rencontres par personne, au plus" {...field} />
            <NumberField name="capacity" label="Places" unit="personnes" {...field} />
          </div>
          <Radios name="audience" label="Qui peut venir ?" choices={choicesOf(audienceLabels)} {...field} />
          {offers.length > 0 && (
            <Checkboxes
              name="offerIds"
              label="Pour quelles offres exclusives ?"
              hint="Leurs entreprises viennent avec une table. Vous en ajouterez d’autres ensuite."
              required={false}
              choices={offers}
              {...field}
            />
          )}
          <TextArea name="description" label="Quelques mots" required={false} rows={4} maxLength={2000} {...field} />
          <Button>Créer le brouillon</Button>
        </Form>
      </div>
    ),
  };
};
