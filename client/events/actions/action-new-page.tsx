import { Button } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import { Checkbox, choicesOf, Radios } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { DateField, NumberField, PlaceField, TextField } from "#client/kernel/text-fields.tsx";
import { actionStepKinds } from "#shared/events/actions/collective-action.ts";
import { actionKindLabels, stepLabels } from "./action-words.ts";

export const actionNewPage = ({ formKey, ...state }: FormState & { formKey: string }): Page => {
  const field = { typed: { places: "12", kind: "keys", ...state.typed }, errors: state.errors };
  return {
    title: "Créer une action collective",
    section: "events",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <Breadcrumb links={[{ href: "/bureau/actions", label: "Actions collectives" }]} here="Nouvelle" />
        <h1>Créer une action collective</h1>
        <ErrorSummary errors={state.errors} />
        <Form action="/bureau/actions" hidden={{ formKey }} warnUnsaved>
          <Radios name="kind" label="Quelle action ?" choices={choicesOf(actionKindLabels)} {...field} />
          <TextField
            name="title"
            label="Titre"
            hint="Par exemple : Clés de l’emploi, métiers du soin"
            maxLength={120}
            {...field}
          />
          <PlaceField name="commune" label="Commune" {...field} />
          <NumberField name="places" label="Places" unit="personnes" {...field} />
          <fieldset class="stack">
            <legend>Les étapes déjà datées</legend>
            <p class="hint">Laissez vide ce qui n’est pas fixé. Vous l’ajouterez ensuite.</p>
            <div class="grid2">
              {actionStepKinds
                .filter((kind) => kind !== "other")
                .map((kind) => (
                  <DateField key={kind} name={kind} label={stepLabels[kind]} required={false} {...field} />
                ))}
            </div>
          </fieldset>
          <Checkbox
            name="asksM12"
            label="Prendre aussi des nouvelles à 12 mois"
            hint="À la fin et à 6 mois, c’est toujours demandé. Qui est embauché reçoit aussi un point à 12 mois sur sa carte."
            {...field}
          />
          <Button>Créer l’action</Button>
        </Form>
      </div>
    ),
  };
};
