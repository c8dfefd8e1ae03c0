import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Card, Facts, Notice } from "#client/design/card.tsx";
import { Checkboxes } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { NumberField, TextField } from "#client/kernel/text-fields.tsx";
import type { Stand } from "#shared/events/forums/forum.ts";
import type { StandFigures } from "#shared/events/forums/forum-balance.ts";
import { mayBeFilled, takesContacts } from "#shared/events/forums/forum-rules.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { ContactForm, ContactList } from "./contact-form.tsx";
import type { NamedContact } from "./forum-facts.ts";
import { sayStand, sayTraining, standKindLabels, subjectsOf } from "./forum-words.ts";

export type StandProps = FormState & {
  readonly forum: JobDating;
  readonly stand: Stand;
  readonly figures: StandFigures | null;
  readonly contacts: readonly NamedContact[];
  /** The name of its file; null for a body that has none. */
  readonly company: string | null;
  readonly offers: readonly Offer[];
  readonly today: string;
  readonly at: Date;
  readonly newKey: () => string;
};

/** One stand as its officer prepares it, follows it on the day, and closes it three months later. */
export const standPage = (props: StandProps): Page => {
  const { forum, stand, errors, at, today } = props;
  return {
    title: sayStand(stand),
    section: "events",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <Breadcrumb
          links={[
            { href: "/bureau/evenements", label: "Événements" },
            { href: `/bureau/evenements/${forum.id}`, label: forum.title },
          ]}
          here={`Stand ${stand.number}`}
        />
        <h1>{sayStand(stand)}</h1>
        <Facts
          facts={[
            ["Stand de", standKindLabels[stand.kind].toLowerCase()],
            [
              "Fiche",
              stand.companyId === null || props.company === null ? (
                "aucune"
              ) : (
                <a href={`/bureau/entreprises/${stand.companyId}`}>{props.company}</a>
              ),
            ],
            ["Contacts", props.figures?.contacts ?? 0],
          ]}
        />
        <ErrorSummary errors={errors} />
        <Contacts {...props} open={takesContacts(forum, at)} />
        {mayBeFilled(forum, today) && <Filled {...props} />}
        {forum.status !== "cancelled" && <Preparing {...props} />}
      </div>
    ),
  };
};

const addressOf = ({ forum, stand }: Pick<StandProps, "forum" | "stand">): string =>
  `/bureau/forums/${forum.id}/stands/${stand.id}`;

const Contacts = (props: StandProps & { open: boolean }): VNode => {
  const { forum, stand, offers, contacts, newKey, open } = props;
  const subjects = subjectsOf(
    stand,
    offers.filter(({ id }) => stand.offerIds.includes(id)),
  );
  return (
    <section class="stack" aria-labelledby="contacts">
      <h2 id="contacts">Contacts</h2>
      {open ? (
        <Card>
          <ContactForm {...props} action={`${addressOf(props)}/contacts`} formKey={newKey()} subjects={subjects} />
        </Card>
      ) : (
        <Notice>
          <p>Les contacts se notent dès l’ouverture du forum, et pendant deux semaines après.</p>
        </Notice>
      )}
      <ContactList
        contacts={contacts}
        subjects={subjects}
        gesture={({ id, positioningId }) =>
          positioningId === null ? (
            <Form action={`/bureau/forums/${forum.id}/stands/${stand.id}/contacts/${id}/retrait`} class="inline">
              <Button kind="link">Effacer ce contact</Button>
            </Form>
          ) : (
            <a href={`/bureau/positionnements/${positioningId}`}>Voir le positionnement</a>
          )
        }
      />
    </section>
  );
};

const Filled = (props: StandProps): VNode => {
  const { stand, typed, errors } = props;
  const said = stand.filled && {
    filledOffers: String(stand.filled.offers),
    filledTrainings: String(stand.filled.trainings),
  };
  const field = { typed: { ...said, ...typed }, errors };
  return (
    <section class="stack" aria-labelledby="trois-mois">
      <h2 id="trois-mois">Trois mois après</h2>
      <p class="soft">Appelez ce stand : combien de postes et de places ont été pourvus grâce au forum ?</p>
      <Form action={`${addressOf(props)}/bilan`}>
        <div class="grid2">
          <NumberField name="filledOffers" label="Postes pourvus" {...field} />
          <NumberField name="filledTrainings" label="Places de formation prises" {...field} />
        </div>
        <Button kind="second">Noter ces chiffres</Button>
      </Form>
    </section>
  );
};

const Preparing = (props: StandProps): VNode => {
  const { stand, offers, typed, errors, newKey } = props;
  const kept = { name: stand.name, number: String(stand.number), offerIds: [...stand.offerIds] };
  const field = { typed: { ...kept, ...typed }, errors };
  return (
    <>
      <section class="stack" aria-labelledby="offres">
        <h2 id="offres">Le stand et ses offres</h2>
        <Form action={addressOf(props)} hidden={{ version: stand.version }} warnUnsaved>
          <TextField name="name" label="Nom affiché" maxLength={120} {...field} />
          <NumberField name="number" label="Numéro du stand" {...field} />
          {offers.length > 0 ? (
            <Checkboxes
              name="offerIds"
              label="Offres présentées"
              hint="Une offre exclusive n’est montrée à aucun visiteur."
              required={false}
              choices={offers.map(({ id, title, reference, exclusive }) => ({
                value: id,
                label: `${title}, n° ${reference}${exclusive ? " (exclusive)" : ""}`,
              }))}
              {...field}
            />
          ) : (
            <p class="soft">Aucune offre publiée pour ce stand.</p>
          )}
          <Button kind="second">Garder ces choix</Button>
        </Form>
      </section>
      <Trainings {...props} formKey={newKey()} />
      <Form action={`${addressOf(props)}/retrait`} class="stack-s">
        <p class="small soft">Un stand où des contacts sont notés ne peut plus être retiré.</p>
        <Button kind="danger">Retirer ce stand</Button>
      </Form>
    </>
  );
};

const Trainings = (props: StandProps & { formKey: string }): VNode => {
  const { stand, typed, errors, formKey } = props;
  const field = { typed, errors };
  return (
    <section class="stack" aria-labelledby="formations">
      <h2 id="formations">Formations proposées</h2>
      {stand.trainings.length === 0 ? (
        <p class="soft">Aucune formation.</p>
      ) : (
        <ul class="door-list">
          {stand.trainings.map((training) => (
            <li key={training.id}>
              <span>{sayTraining(training)}</span>
              <Form action={`${addressOf(props)}/formations/${training.id}/retrait`} class="inline">
                <Button kind="link" label={`Retirer la formation : ${training.title}`}>
                  Retirer
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form action={`${addressOf(props)}/formations`} hidden={{ formKey }}>
        <TextField name="trainingTitle" label="Intitulé de la formation" maxLength={160} {...field} />
        <NumberField name="trainingPlaces" label="Places" required={false} {...field} />
        <Button kind="second">Ajouter cette formation</Button>
      </Form>
    </section>
  );
};
