import type { VNode } from "preact";
import { occupationLabel } from "#client/cvs/cv-facts.tsx";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, Facts, Notice } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState, typedText } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay, sayList, sayMonths } from "#client/kernel/say.tsx";
import { TextArea } from "#client/kernel/text-fields.tsx";
import type { Sent } from "#client/offers/offer-page.tsx";
import { spokenPhone } from "#shared/accounts/phone.ts";
import { longestMessage } from "#shared/applications/application-contracts.ts";
import type { AppliedOffer } from "#shared/applications/application-sights.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Member } from "#shared/kernel/actor.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { applicationWords, hiddenEmployer } from "./application-words.ts";

export type ApplyProps = FormState & {
  actor: Member;
  offer: AppliedOffer;
  state: "open" | "closed" | "proposed" | "done";
  sent: Sent | null;
  cv: Cv | null;
  phone: string | null;
  today: Day;
};

export const applyPage = (props: ApplyProps): Page => ({
  title: `Postuler : ${props.offer.title}`,
  robots: "noindex",
  ...(props.state === "closed" && { status: 410 }),
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb links={[{ href: props.offer.address, label: props.offer.title }]} here="Postuler" />
      <h1>{props.state === "done" ? "Vous avez déjà postulé" : "Postuler"}</h1>
      <p class="lead">
        {props.offer.title}, {props.offer.employer ?? hiddenEmployer}, {props.offer.communeName}
      </p>
      <Content {...props} />
    </div>
  ),
});

const Content = (props: ApplyProps): VNode => {
  if (props.sent) return <Done sent={props.sent} today={props.today} />;
  if (props.state === "closed" || props.state === "proposed") return <NotOpen {...props} />;
  return props.cv ? <ApplyForm {...props} cv={props.cv} /> : <CvFirst {...props} />;
};

const Done = ({ sent, today }: { sent: Sent; today: Day }): VNode => (
  <>
    <p>Vous avez déjà postulé le {sayDay(sent.on, today)}. Une seule candidature suffit.</p>
    <p>
      <ButtonLink href={`/mes-candidatures/${sent.id}`}>Voir où en est ma candidature</ButtonLink>
    </p>
  </>
);

const NotOpen = (props: ApplyProps): VNode => (
  <>
    <Notice>
      <p>{applicationWords[props.state === "proposed" ? "offer-by-proposal" : "offer-is-closed"]}</p>
    </Notice>
    <KeptMessage typed={props.typed} />
    <p>
      <ButtonLink href="/mes-pistes">Voir les offres pour moi</ButtonLink>
    </p>
  </>
);

/** Words already written serve for the next offer. */
const KeptMessage = ({ typed }: Pick<FormState, "typed">): VNode | null =>
  typedText(typed, "message") ? (
    <>
      <h2>Ce que vous aviez écrit</h2>
      <Card>
        <p class="preline">{typedText(typed, "message")}</p>
      </Card>
    </>
  ) : null;

const CvFirst = ({ offer, typed }: ApplyProps): VNode => (
  <>
    <p>On postule avec un CV. Vous n’en avez pas ici pour le moment : cinq réponses suffisent.</p>
    <p>Ensuite, vous revenez à cette page.</p>
    <p>
      <ButtonLink href={`/mon-cv?suite=${encodeURIComponent(`${offer.address}/postuler`)}`}>Préparer mon CV</ButtonLink>
    </p>
    <KeptMessage typed={typed} />
  </>
);

const ApplyForm = ({ actor, offer, cv, phone, typed, errors }: ApplyProps & { cv: Cv }): VNode => (
  <>
    <ErrorSummary errors={errors} />
    <h2>Ce que l’employeur reçoit</h2>
    <Card>
      <Facts
        facts={[
          ["Votre nom", `${actor.firstName} ${actor.lastName}`],
          [
            "Pour vous joindre",
            <span class="breakable">{[actor.email, phone && spokenPhone(phone)].filter(Boolean).join(", ")}</span>,
          ],
          ["Votre CV", <CvLine cv={cv} />],
        ]}
      />
      <p>
        <a href="/mon-cv">Relire mon CV</a>
      </p>
    </Card>
    <Form action={`${offer.address}/postuler`} warnUnsaved>
      <TextArea
        name="message"
        label="Quelques mots pour l’employeur"
        hint="Pourquoi ce poste ? Quand pouvez-vous commencer ? Deux phrases suffisent."
        required={false}
        maxLength={longestMessage}
        typed={typed}
        errors={errors}
      />
      <p>
        Vous recevez un reçu par mail. L’employeur est relancé après 3 puis 7 jours. Vous pouvez retirer votre
        candidature à tout moment.
      </p>
      <Button>Envoyer ma candidature</Button>
    </Form>
  </>
);

const CvLine = ({ cv }: { cv: Cv }): VNode => (
  <>
    {sayList(cv.occupations.map(occupationLabel))}
    {cv.experiences.slice(0, 3).map(({ label, months }) => (
      <span key={label}>
        <br />
        {label}, {sayMonths(months)}
      </span>
    ))}
    <br />
    {cv.commune.name}, jusqu’à {cv.radiusKm} km
  </>
);
