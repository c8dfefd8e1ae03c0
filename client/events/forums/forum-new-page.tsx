import { Button } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { DateField, NumberField, PlaceField, TextArea, TextField, TimeField } from "#client/kernel/text-fields.tsx";

/** What is usual; each may be changed. */
const usual = { opens: "09:00", closes: "17:00", capacity: "500" } as const;

export const forumNewPage = ({ formKey, ...state }: FormState & { formKey: string }): Page => {
  const { errors } = state;
  const field = { typed: { ...usual, ...state.typed }, errors };
  return {
    title: "Créer un forum",
    section: "events",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <Breadcrumb links={[{ href: "/bureau/evenements", label: "Événements" }]} here="Nouveau forum" />
        <h1>Créer un forum</h1>
        <p class="soft">
          Des stands, et des visiteurs qui passent quand ils veulent. Vous ajouterez les stands ensuite.
        </p>
        <ErrorSummary errors={errors} />
        <Form action="/bureau/forums" hidden={{ formKey }} warnUnsaved>
          <TextField name="title" label="Titre" hint="Par exemple : Forum de l’emploi" maxLength={120} {...field} />
          <DateField name="day" label="Jour" {...field} />
          <div class="grid2">
            <TimeField name="opens" label="Début" {...field} />
            <TimeField name="closes" label="Fin" {...field} />
          </div>
          <TextField name="place" label="Salle" hint="Le nom et l’adresse du lieu" maxLength={160} {...field} />
          <PlaceField name="commune" label="Commune" {...field} />
          <NumberField name="capacity" label="Inscrits, au plus" unit="personnes" {...field} />
          <TextArea name="description" label="Quelques mots" required={false} rows={4} maxLength={2000} {...field} />
          <Button>Créer le brouillon</Button>
        </Form>
      </div>
    ),
  };
};
