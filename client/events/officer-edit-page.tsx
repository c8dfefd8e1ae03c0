import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState, type Typed } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { DateField, NumberField, PlaceField, TextArea, TextField, TimeField } from "#client/kernel/text-fields.tsx";
import type { EditPrice } from "#shared/events/edit-dating.ts";
import { isForum } from "#shared/events/forums/forum.ts";
import type { JobDating } from "#shared/events/job-dating.ts";

type Props = FormState & { dating: JobDating };

const addressOf = ({ id }: JobDating): string => `/bureau/evenements/${id}`;

const Links = ({ dating }: { dating: JobDating }): VNode => (
  <Breadcrumb
    links={[
      { href: "/bureau/evenements", label: "Événements" },
      { href: addressOf(dating), label: dating.title },
    ]}
    here="Modifier"
  />
);

/** When, where, for how many. The length of a meeting stays: people chose their hours by it. */
export const officerEditDatingPage = ({ dating, typed, errors }: Props): Page => {
  const field = { typed: { ...factsOf(dating), ...typed }, errors };
  return {
    title: `Modifier, ${dating.title}`,
    section: "events",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <Links dating={dating} />
        <h1>{isForum(dating) ? "Modifier ce forum" : "Modifier ce job dating"}</h1>
        <ErrorSummary errors={errors} />
        <Form action={`${addressOf(dating)}/modifier`} hidden={{ version: dating.version }} warnUnsaved>
          <TextField name="title" label="Titre" maxLength={120} {...field} />
          <DateField name="day" label="Jour" {...field} />
          <div class="grid2">
            <TimeField name="opens" label="Début" {...field} />
            <TimeField name="closes" label="Fin" {...field} />
          </div>
          <TextField name="place" label="Salle" hint="Le nom et l’adresse du lieu" maxLength={160} {...field} />
          <PlaceField name="commune" label="Commune" {...field} />
          <NumberField name="capacity" label="Places" unit="personnes" {...field} />
          <TextArea name="description" label="Quelques mots" required={false} rows={4} maxLength={2000} {...field} />
          <p class="small soft">Si des personnes sont concernées, vous le verrez avant.</p>
          <Button>Voir ce que cela change</Button>
        </Form>
      </div>
    ),
  };
};

const factsOf = ({ title, day, opens, closes, place, commune, capacity, description }: JobDating): Typed => ({
  title,
  day,
  opens,
  closes,
  place,
  commune: commune.name === "" ? commune.code : `${commune.name} (${commune.postcode})`,
  capacity: String(capacity),
  description: description ?? "",
});

/** What the change does to people, before it is made. */
export const officerEditPricePage = ({
  dating,
  typed,
  price,
}: {
  dating: JobDating;
  typed: Typed;
  price: EditPrice;
}): Page => ({
  title: `Avant de modifier, ${dating.title}`,
  section: "events",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Links dating={dating} />
      <h1>Avant de modifier</h1>
      <Card tone="saffron">
        <ul class="stack-s">
          {sayPrice(price).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      <Form action={`${addressOf(dating)}/modifier`} hidden={{ ...typed, sure: "on" }} class="row">
        <Button>
          {price.told + price.outOfPlaces > 0
            ? `Modifier, et prévenir ${sayCount(Math.max(price.told, price.outOfPlaces), "personne", "personnes")}`
            : "Modifier"}
        </Button>
        <ButtonLink kind="plain" href={`${addressOf(dating)}/modifier`}>
          Ne rien changer
        </ButtonLink>
      </Form>
    </div>
  ),
});

const sayPrice = ({ told, lost, outOfPlaces, elsewhere }: EditPrice): string[] => [
  ...(told > 0 ? [`${sayCount(told, "personne reçoit", "personnes reçoivent")} un mail, avec l’agenda à jour.`] : []),
  ...(lost > 0
    ? [`${sayCount(lost, "rencontre annoncée disparaît", "rencontres annoncées disparaissent")}, faute d’heure.`]
    : []),
  ...(outOfPlaces > 0
    ? [`${sayCount(outOfPlaces, "personne passe", "personnes passent")} sur la liste d’attente, en tête.`]
    : []),
  ...(elsewhere > 0 ? [`${sayCount(elsewhere, "personne a", "personnes ont")} un autre événement à ces heures.`] : []),
];
