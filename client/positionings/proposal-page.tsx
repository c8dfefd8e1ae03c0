import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Card, EmptyState, Facts, Notice } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay, sayMoment } from "#client/kernel/say.tsx";
import { OfferText } from "#client/offers/offer-text.tsx";
import { contractLabels, sayPay, saySchedules, sayWeeklyHours } from "#client/offers/offer-words.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { Offer } from "#shared/offers/offer.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { proposalStates } from "./proposal-words.ts";

export type Proposal = {
  readonly offer: Offer;
  /** Null until the person says yes, when the company asked not to be named. */
  readonly companyName: string | null;
  readonly status: PositioningStatus;
  readonly statusAt: string;
  readonly interviewAt: string | null;
  readonly interviewPlace: string | null;
  readonly startsOn: string | null;
  /** The day by which an answer helps. */
  readonly answerBefore: string;
  /** Where an answer is sent. */
  readonly action: string;
  readonly open: boolean;
};

type ProposalProps = { proposal: Proposal; today: string };

/** Behind the mail's link: the offer, and two buttons. Nothing happens by looking. */
export const proposalPage = ({ proposal, today }: ProposalProps): Page => ({
  title: "Une offre pour vous",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Une offre pour vous</h1>
      <p class="lead">Un chargé de mission du Département pense à vous pour ce poste. Il n’est pas publié.</p>
      <ProposalCard proposal={proposal} today={today} heading="h2" />
    </div>
  ),
});

type MineProps = { proposals: readonly Proposal[]; today: string };

export const myProposalsPage = ({ proposals, today }: MineProps): Page => ({
  title: "Mes propositions",
  section: "leads",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Mes propositions</h1>
      <p class="soft">Des offres non publiées, choisies pour vous. Votre nom n’est donné qu’après votre oui.</p>
      {proposals.length === 0 && (
        <EmptyState title="Aucune proposition pour le moment">
          <p>Un CV à jour aide les chargés de mission à penser à vous.</p>
          <p>
            <ButtonLink href="/mon-cv" kind="plain">
              Revoir mon CV
            </ButtonLink>
          </p>
        </EmptyState>
      )}
      {proposals.map((proposal) => (
        <ProposalCard key={proposal.action} proposal={proposal} today={today} heading="h2" />
      ))}
    </div>
  ),
});

const ProposalCard = ({ proposal, today, heading: Heading }: ProposalProps & { heading: "h2" | "h3" }): VNode => {
  const { offer, companyName, status } = proposal;
  return (
    <Card as="article" tone={status === "proposed" && proposal.open ? "saffron" : "plain"}>
      <Heading class="h3">{offer.title}</Heading>
      <p class="pay">{sayPay(offer.pay)}</p>
      <Facts
        facts={[
          ["Où", `${offer.commune.name} (${offer.commune.postcode})`],
          ["Entreprise", companyName ?? "Son nom vous est donné si vous dites oui"],
          ["Contrat", `${contractLabels[offer.contract]}, ${sayWeeklyHours(offer.weeklyHours)}`],
          ...(offer.schedules.length > 0 ? [["Horaires", saySchedules(offer.schedules)] as const] : []),
          ["Début", offer.startsOn ? sayDay(offer.startsOn, today) : "dès que possible"],
        ]}
      />
      <div class="stack-s breakable">
        <OfferText text={offer.description} />
      </div>
      <State {...proposal} today={today} />
      <Answers {...proposal} today={today} />
    </Card>
  );
};

const consentedTooLate = "Cette offre n’est plus ouverte. Votre nom n’a pas été donné.";

const State = ({
  status,
  statusAt,
  interviewAt,
  interviewPlace,
  startsOn,
  open,
  today,
}: Proposal & { today: string }): VNode | null => {
  const words = proposalStates[status];
  if (!words) return null;
  return (
    <Notice kind={words.kind}>
      <p>
        <b>{words.title}</b> <span class="small soft">le {sayDay(dayOf(new Date(statusAt)), today)}</span>
      </p>
      <p>{status === "consented" && !open ? consentedTooLate : words.next}</p>
      {status === "interviewPlanned" && interviewAt && (
        <p>
          <b>{sayMoment(interviewAt, today)}</b>, {interviewPlace}
        </p>
      )}
      {status === "hired" && startsOn && <p>Premier jour : {sayDay(startsOn, today)}.</p>}
    </Notice>
  );
};

const Answers = ({ status, action, answerBefore, open, today }: Proposal & { today: string }): VNode | null => {
  if (status === "proposed" && !open) return <p>Cette offre n’est plus ouverte. Vous n’avez rien à faire.</p>;
  if (status === "proposed")
    return (
      <div class="stack-s">
        <p>Votre nom n’est donné à l’entreprise qu’après votre oui. Répondez avant le {sayDay(answerBefore, today)}.</p>
        <div class="row">
          <Press action={action} answer="yes">
            Oui, proposez-le
          </Press>
          <Press action={action} answer="no" plain>
            Non merci
          </Press>
        </div>
      </div>
    );
  if (status === "consented")
    return (
      <Press action={action} answer="no" plain>
        Finalement, non merci
      </Press>
    );
  if (status === "declined" && open)
    return (
      <Press action={action} answer="yes" plain>
        Finalement, oui
      </Press>
    );
  return stoppable.has(status) ? (
    <Press action={action} answer="stop" plain>
      Je ne souhaite plus ce poste
    </Press>
  ) : null;
};

/** The company knows the name: stopping is told to it. */
const stoppable: ReadonlySet<PositioningStatus> = new Set([
  "submitted",
  "seen",
  "interviewPlanned",
  "interviewed",
  "absent",
  "selected",
]);

type PressProps = { action: string; answer: "yes" | "no" | "stop"; plain?: boolean; children: string };

const Press = ({ action, answer, plain, children }: PressProps): VNode => (
  <Form action={action} hidden={{ answer }} class="stack-s">
    <Button kind={plain ? "plain" : "primary"}>{children}</Button>
  </Form>
);
