import type { ComponentChildren, VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Checkbox, Checkboxes, choicesOf, Radios, Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState, typedText } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { PhoneField, PlaceField } from "#client/kernel/text-fields.tsx";
import { contractLabels, scheduleLabels } from "#client/offers/offer-words.ts";
import { radiusChoices } from "#shared/cvs/closed-lists.ts";
import { cvVisibilities } from "#shared/cvs/cv.ts";
import { libraryConsentText } from "#shared/cvs/library-consent.ts";
import type { Licence } from "#shared/referentials/licence.ts";
import { hoursLabels, meansLabels, visibilityHints, visibilityLabels } from "./cv-words.ts";
import { ExperienceFields } from "./experience-fields.tsx";
import { LicenceFields } from "./licence-fields.tsx";
import { WantedFields } from "./wanted-fields.tsx";

type CvForm = FormState & {
  /** 0 before the first CV. */
  version: number;
  email: string;
  /** Where to go on once it is posted: the offer one came from. */
  next: string | null;
  usualLicences: readonly Licence[];
  /** When it was filled from a file: where it goes, what is said first, what else it holds. */
  filled?: { readonly action: string; readonly said: VNode; readonly more: VNode };
};

/** A first CV in five questions on one page; the same page changes it. */
export const cvFormPage = ({ version, email, next, usualLicences, filled, typed, errors }: CvForm): Page => {
  const state = { typed, errors };
  return {
    title: version === 0 ? "Poster mon CV" : "Modifier mon CV",
    section: "cv",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <h1>{version === 0 ? "Votre CV en cinq questions" : "Modifier mon CV"}</h1>
        {filled?.said}
        {version === 0 && !filled && <FirstTime />}
        <ErrorSummary errors={errors} />
        <Form action={filled?.action ?? actionOf(next)} hidden={{ version }} warnUnsaved>
          <Question number={1} title="Ce que vous cherchez">
            <WantedFields {...state} />
          </Question>
          <WhereQuestion {...state} />
          <TermsQuestion {...state} />
          <Question number={4} title="Ce que vous savez faire">
            <ExperienceFields {...state} />
            <LicenceFields {...state} usual={usualLicences} />
          </Question>
          <ContactQuestion {...state} email={email} />
          {filled?.more}
          <Button>
            {version > 0 ? "Enregistrer mon CV" : `Poster mon CV et ${next ? "continuer" : "voir mes offres"}`}
          </Button>
        </Form>
      </div>
    ),
  };
};

const FirstTime = (): VNode => (
  <>
    <p class="lead">Trois minutes. Les offres qui vous vont s’affichent tout de suite après.</p>
    <p>
      Vous avez déjà un CV ? <a href="/lire-mon-cv">Remplissez cette page avec lui</a>.
    </p>
  </>
);

const actionOf = (next: string | null): string => (next ? `/mon-cv?suite=${encodeURIComponent(next)}` : "/mon-cv");

const Question = ({
  number,
  title,
  children,
}: {
  number: number;
  title: string;
  children: ComponentChildren;
}): VNode => (
  <Card as="section">
    <h2 class="h3">
      {number}. {title}
    </h2>
    <div class="stack">{children}</div>
  </Card>
);

const WhereQuestion = (state: FormState): VNode => (
  <Question number={2} title="Où, et comment vous y allez">
    <div class="grid2">
      <PlaceField
        {...state}
        name="commune"
        label="Votre commune"
        hint="Jamais votre adresse."
        placeholder="Tulle"
        maxLength={100}
      />
      <Select
        {...state}
        name="radiusKm"
        label="Jusqu’où iriez-vous ?"
        choices={radii(typedText(state.typed, "radiusKm"))}
      />
    </div>
    <Checkboxes {...state} name="means" label="Comment allez-vous au travail ?" choices={choicesOf(meansLabels)} />
  </Question>
);

/** The usual distances, and the one that was already there. */
export const radii = (kept: string): { value: string; label: string }[] => {
  const all = new Set<number>(radiusChoices);
  if (/^\d{1,3}$/.test(kept)) all.add(Number(kept));
  return [...all].sort((one, other) => one - other).map((km) => ({ value: String(km), label: `${km} km` }));
};

const TermsQuestion = (state: FormState): VNode => (
  <Question number={3} title="Contrat et horaires">
    <Radios {...state} name="hours" label="Temps de travail" choices={choicesOf(hoursLabels)} />
    <Details
      summary="Choisir des contrats ou des horaires"
      open={["contracts", "schedules"].some((name) => state.errors[name] || state.typed[name]?.length)}
    >
      <Checkboxes
        {...state}
        name="contracts"
        label="Contrats que vous acceptez"
        hint="Rien de coché : tous vous vont."
        required={false}
        choices={choicesOf(contractLabels)}
      />
      <Checkboxes
        {...state}
        name="schedules"
        label="Horaires que vous acceptez"
        hint="Rien de coché : tous vous vont."
        required={false}
        choices={choicesOf(scheduleLabels)}
      />
    </Details>
  </Question>
);

const ContactQuestion = ({ email, ...state }: FormState & { email: string }): VNode => (
  <Question number={5} title="Qui voit votre CV">
    <p>
      Votre mail : <b class="breakable">{email}</b>
    </p>
    <PhoneField {...state} name="phone" label="Votre téléphone" required={false} />
    <Radios
      {...state}
      name="visibility"
      label="Votre CV est"
      choices={[...cvVisibilities].sort(byShown).map((value) => ({
        value,
        label: visibilityLabels[value],
        hint: visibilityHints[value],
      }))}
    />
    <Checkbox
      {...state}
      name="libraryConsent"
      label={libraryConsentText}
      hint="Sans cette case, seuls nos agents voient votre CV. Vous pouvez changer d’avis en un geste."
    />
    <p class="small soft">
      Nous ne demandons ni votre âge, ni votre nationalité, ni votre santé, ni votre photo. Vous pouvez tout retirer
      quand vous voulez. <a href="/donnees-personnelles">Vos données</a>
    </p>
  </Question>
);

const shown = Object.keys(visibilityLabels);
const byShown = (one: string, other: string): number => shown.indexOf(one) - shown.indexOf(other);
