import type { VNode } from "preact";
import { CarefulComment } from "#client/accounts/careful-comment.tsx";
import { MailLink } from "#client/accounts/mail-link.tsx";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Card, Facts, Notice, Tag } from "#client/design/card.tsx";
import { Fit } from "#client/design/reasons.tsx";
import type { Choice } from "#client/kernel/choice-fields.tsx";
import { Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay, sayMoment } from "#client/kernel/say.tsx";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { needsOpenOffer } from "#shared/positionings/positioning-rules.ts";
import { positioningMovesOf } from "#shared/positionings/positioning-transitions.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import type { CardFacts, Moment } from "./card-facts.ts";
import { type CardChange, CardNews } from "./card-news.tsx";
import { CardNext } from "./card-next.tsx";
import { type CardFeedback, FeedbackPart } from "./feedback-part.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import { LiveMark } from "./live-mark.tsx";
import { fullName, sayWaiting, statusLabels } from "./positioning-words.ts";
import type { CompanyPanelFacts } from "./ranking-asides.tsx";
import { type SaidStep, StepHistory } from "./step-history.tsx";

type CardProps = FormState & {
  positioning: Positioning;
  card: CardFacts;
  person: { readonly phone: string | null; readonly email: string; readonly cvAddress: string | null };
  company: { readonly hasAccount: boolean; readonly contact: CompanyPanelFacts["contact"] };
  moves: readonly PositioningStatus[];
  chosen: PositioningStatus | null;
  steps: readonly SaidStep[];
  feedback: CardFeedback;
  officers: readonly Choice[];
  /** Colleagues who have it open too. */
  watchers: readonly string[];
  /** The version that was on the screen, and what happened since. */
  seen: number;
  change: CardChange | null;
  at: Moment;
};

/** One positioning: where it stands, what may follow, all that happened. */
export const cardPage = (props: CardProps): Page => ({
  title: `${fullName(props.card)}, ${props.card.offerTitle}`,
  section: "positionings",
  wide: true,
  robots: "noindex",
  scripts: ["desk"],
  body: (
    <div
      class="wrap wide body stack"
      data-watching={`positioning:${props.positioning.id}`}
      data-desk-address={`${addressOf(props.positioning)}?vu=${props.seen}`}
    >
      <Breadcrumb links={[{ href: "/bureau/positionnements", label: "Positionnements" }]} here={fullName(props.card)} />
      <div class="row spread">
        <div>
          <h1>{fullName(props.card)}</h1>
          <p class="soft">
            <a href={`/bureau/offres-exclusives/${props.card.offerId}`}>{props.card.offerTitle}</a>,{" "}
            <a href={`/bureau/entreprises/${props.positioning.companyId}`}>{props.card.companyName}</a>
          </p>
        </div>
        <LiveMark />
      </div>
      <CardNews
        address={addressOf(props.positioning)}
        watchers={props.watchers}
        change={props.change}
        today={props.at.today}
      />
      <div class="split thin">
        <div class="stack">
          <State {...props} />
          <FeedbackPart {...props.feedback} today={props.at.today} />
          <Card as="section">
            <h2 class="h3">La suite</h2>
            <CardNext {...props} today={props.at.today} />
          </Card>
        </div>
        <aside class="stack">
          <Contacts {...props} />
          <FollowedBy {...props} />
        </aside>
      </div>
      <History {...props} />
    </div>
  ),
});

const addressOf = ({ id }: Positioning): string => `/bureau/positionnements/${id}`;

const State = ({ card, positioning, at }: CardProps): VNode => (
  <div class="stack" data-desk-region="state">
    <p class="row" data-desk-news="">
      <Tag tone={card.late ? "saffron" : "pine"}>{statusLabels[card.status]}</Tag>
      <span>{sayWaiting(card, at)}</span>
    </p>
    {!card.offerOpen && positioningMovesOf(card.status, "officer").some(needsOpenOffer) && (
      <Notice>
        <p>
          <b>Cette offre n’est plus ouverte.</b> Elle n’est plus proposée, et aucun nom ne part.
        </p>
      </Notice>
    )}
    {card.elsewhere && (
      <Notice>
        <p>
          <b>Déjà positionné ailleurs :</b> {card.elsewhere}. Parlez-en avec la personne avant d’aller plus loin.
        </p>
      </Notice>
    )}
    <Facts
      facts={[
        ...(positioning.interviewAt
          ? [
              [
                "Entretien",
                `${sayMoment(positioning.interviewAt, at.today)}, ${positioning.interviewPlace ?? ""}`,
              ] as const,
            ]
          : []),
        ...(positioning.startsOn ? [["Premier jour", sayDay(positioning.startsOn, at.today)] as const] : []),
      ]}
    />
  </div>
);

const Contacts = ({ card, person, company, positioning }: CardProps): VNode => (
  <Card as="section">
    <h2 class="h3">Les joindre</h2>
    <ul class="small lines">
      <li>
        <b>{fullName(card)}</b>
      </li>
      {person.phone && (
        <li>
          <PhoneLink phone={person.phone} />
        </li>
      )}
      <li>
        <MailLink email={person.email} />
      </li>
      {person.cvAddress && (
        <li>
          <a href={person.cvAddress}>Voir son CV</a>
        </li>
      )}
    </ul>
    <ul class="small lines">
      <li>
        <b>{card.companyName}</b>
      </li>
      <li>
        {company.contact
          ? [company.contact.name, company.contact.role].filter(Boolean).join(", ")
          : "Aucun contact noté."}
      </li>
      {company.contact?.phone && (
        <li>
          <PhoneLink phone={company.contact.phone} />
        </li>
      )}
      <li>
        <a href={`/bureau/entreprises/${positioning.companyId}`}>Voir l’entreprise</a>
      </li>
    </ul>
    {!company.hasAccount && (
      <p class="small soft">Cette entreprise n’a pas de compte : appelez-la, et notez ici sa réponse.</p>
    )}
  </Card>
);

const FollowedBy = ({ positioning, officers, typed, errors }: CardProps): VNode => {
  const follower = officers.find(({ value }) => value === positioning.officerId)?.label ?? "un compte fermé";
  return (
    <Card as="section">
      <h2 class="h3">Qui suit</h2>
      <p class="small">{follower}</p>
      <HandOverForm
        action={`${addressOf(positioning)}/confier`}
        officers={officers.filter(({ value }) => value !== positioning.officerId)}
        hidden={{ version: positioning.version }}
        label="Confier à"
        typed={typed}
        errors={errors}
      />
    </Card>
  );
};

const History = ({ positioning, steps, at, typed, errors }: CardProps): VNode => (
  <Card as="section">
    <h2 class="h3">Ce qui s’est passé</h2>
    <div class="split thin">
      <div data-desk-region="history">
        <StepHistory steps={steps} today={at.today} />
      </div>
      <div class="stack">
        <Form action={`${addressOf(positioning)}/notes`} class="stack-s">
          <CarefulComment name="remark" label="Ajouter une note" typed={typed} errors={errors} />
          <Button kind="plain" small>
            Garder cette note
          </Button>
        </Form>
        {positioning.match && (
          <div class="stack-s">
            <Fit level={positioning.match.level} />
            <ul class="dots small">
              {positioning.match.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  </Card>
);
