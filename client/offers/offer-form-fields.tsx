import type { VNode } from "preact";
import { Checkbox, Checkboxes, choicesOf, Radios, Select } from "#client/kernel/choice-fields.tsx";
import type { FormState } from "#client/kernel/form.tsx";
import {
  DateField,
  MoneyField,
  NumberField,
  OccupationField,
  PlaceField,
  TextArea,
  TextField,
} from "#client/kernel/text-fields.tsx";
import { occupationByCode } from "#shared/referentials/occupations.ts";
import { contractLabels, payPeriodLabels, remoteLabels, scheduleLabels } from "./offer-words.ts";

type Understood = { occupation: string | null };

export const JobFields = ({ occupation, ...state }: FormState & Understood): VNode => (
  <div class="stack">
    <TextField
      {...state}
      name="title"
      label="Titre de l’offre"
      hint="Pour tous : « Aide-soignant, aide-soignante » ou « Maçon F/H »."
      maxLength={120}
    />
    <OccupationField
      {...state}
      name="occupation"
      label="Métier"
      hint={
        occupation
          ? `Nous avons compris : ${occupationByCode(occupation)?.title ?? occupation}. Changez-le si besoin.`
          : "Le nom du métier, sans le lieu ni les horaires."
      }
      maxLength={200}
    />
    <TextArea
      {...state}
      name="description"
      label="Description du travail"
      hint="Ce que la personne fera, avec qui, à quels horaires. Cinq à dix phrases suffisent."
      rows={8}
      maxLength={8000}
    />
    <NumberField {...state} name="posts" label="Nombre de postes" />
  </div>
);

export const ContractFields = (state: FormState): VNode => (
  <div class="stack">
    <div class="grid2">
      <Select {...state} name="contract" label="Contrat" choices={choicesOf(contractLabels)} empty="Choisissez" />
      <NumberField
        {...state}
        name="durationMonths"
        label="Durée"
        hint="Vide pour un CDI."
        required={false}
        unit="mois"
      />
    </div>
    <div class="grid2">
      <NumberField {...state} name="weeklyHours" label="Heures par semaine" unit="h" />
      <DateField {...state} name="startsOn" label="Premier jour" hint="Vide : dès que possible." required={false} />
    </div>
    <Checkboxes {...state} name="schedules" label="Horaires" required={false} choices={choicesOf(scheduleLabels)} />
  </div>
);

export const PayFields = ({ minimumWage, ...state }: FormState & { minimumWage: string }): VNode => (
  <div class="stack">
    <p class="small soft">Brut, avant impôts et cotisations. Le SMIC est de {minimumWage}.</p>
    <div class="grid2">
      <MoneyField {...state} name="payMin" label="Au moins" />
      <MoneyField {...state} name="payMax" label="Jusqu’à" required={false} />
    </div>
    <Radios {...state} name="payPeriod" label="Ce montant est" choices={choicesOf(payPeriodLabels)} />
  </div>
);

export const PlaceFields = (state: FormState): VNode => (
  <div class="stack">
    <PlaceField {...state} name="commune" label="Commune du travail" maxLength={100} />
    <Radios {...state} name="remote" label="Travail à distance" choices={choicesOf(remoteLabels)} />
    <Checkbox {...state} name="withoutCar" label="On peut venir sans voiture (à pied, à vélo, en bus, en train)" />
  </div>
);

export const DisplayFields = (state: FormState): VNode => (
  <div class="stack">
    <Checkbox {...state} name="employerShown" label="Montrer le nom de mon entreprise" />
    <TextArea
      {...state}
      name="howToApply"
      label="Une consigne pour postuler"
      hint="Par défaut, on postule ici, et vous recevez la candidature dans votre espace."
      required={false}
      rows={2}
      maxLength={500}
    />
    <DateField
      {...state}
      name="expiresOn"
      label="Dernier jour de l’offre"
      hint="Vide : dans 60 jours. Vous pourrez prolonger."
      required={false}
    />
  </div>
);
