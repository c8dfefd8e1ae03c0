import type { VNode } from "preact";
import { Breadcrumb, Card, Notice } from "#client/design/card.tsx";
import { sayWhen, sayWhere } from "#client/events/dating-words.ts";
import { ErrorSummary, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { Stand } from "#shared/events/forums/forum.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { ContactForm, ContactList } from "./contact-form.tsx";
import type { NamedContact } from "./forum-facts.ts";
import { sayStand, sayTraining, subjectsOf } from "./forum-words.ts";

type OwnStand = {
  readonly stand: Stand;
  readonly offers: readonly Offer[];
  readonly contacts: readonly NamedContact[];
};

type Props = FormState & {
  readonly forum: JobDating;
  readonly stands: readonly OwnStand[];
  readonly takesContacts: boolean;
  readonly today: string;
  /** The stand whose form is shown again. */
  readonly standId: string | null;
  readonly newKey: () => string;
};

/** A company at its own stand: whom it met, and one more in a few touches. */
export const ownStandsPage = (props: Props): Page => {
  const { forum, stands, today, errors } = props;
  return {
    title: `Votre stand, ${forum.title}`,
    section: "events",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <Breadcrumb links={[{ href: "/employeur/evenements", label: "Vos événements" }]} here="Votre stand" />
        <h1>{forum.title}</h1>
        <p class="lead">
          {sayWhen(forum, today)}, {sayWhere(forum)}
        </p>
        <ErrorSummary errors={errors} />
        {stands.map((own) => (
          <One key={own.stand.id} {...props} own={own} />
        ))}
        <p class="small soft">
          Vous seul voyez ces contacts, avec le chargé de mission. Une personne qui vous donne son code vous donne son
          nom.
        </p>
      </div>
    ),
  };
};

const One = ({ forum, own, takesContacts, standId, typed, errors, newKey }: Props & { own: OwnStand }): VNode => {
  const { stand, offers, contacts } = own;
  const mine = standId === stand.id;
  const subjects = subjectsOf(stand, offers);
  const met = contacts.reduce((sum, { contact }) => sum + contact.people, 0);
  return (
    <section class="stack">
      <h2>{sayStand(stand)}</h2>
      {offers.length + stand.trainings.length > 0 && (
        <ul class="stack-s">
          {offers.map(({ id, title, exclusive }) => (
            <li key={id}>{exclusive ? `${title} (exclusive, non affichée)` : title}</li>
          ))}
          {stand.trainings.map((training) => (
            <li key={training.id}>Formation : {sayTraining(training)}</li>
          ))}
        </ul>
      )}
      {takesContacts ? (
        <Card>
          <h3>Noter un contact</h3>
          <ContactForm
            action={`/employeur/forums/${forum.id}/stands/${stand.id}/contacts`}
            formKey={newKey()}
            subjects={subjects}
            typed={mine ? typed : {}}
            errors={mine ? errors : {}}
          />
        </Card>
      ) : (
        <Notice>
          <p>Les contacts se notent dès l’ouverture du forum, et pendant deux semaines après.</p>
        </Notice>
      )}
      <h3>
        Vos contacts <span class="faint num">{sayCount(met, "personne", "personnes")}</span>
      </h3>
      <ContactList contacts={contacts} subjects={subjects} />
    </section>
  );
};
