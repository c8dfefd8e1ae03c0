import type { VNode } from "preact";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { ApplicantCv } from "#client/applications/applicant-cv.tsx";
import { Breadcrumb, Card, EmptyState, Notice, Tag } from "#client/design/card.tsx";
import type { FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayAgo, sayDay, sayMoment } from "#client/kernel/say.tsx";
import type { Cv } from "#shared/cvs/cv.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { employerConsequences, employerMoves, employerStates } from "./employer-words.ts";
import { MoveForms } from "./move-forms.tsx";
import { fullName } from "./positioning-words.ts";

export type ShortListed = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly offerTitle: string;
  readonly status: PositioningStatus;
  readonly statusAt: string;
  /** It is the company's turn. */
  readonly waits: boolean;
};

/** The people presented to a company; those who wait for its answer first. */
export const shortListPage = ({ people, today }: { people: readonly ShortListed[]; today: string }): Page => ({
  title: "Personnes présentées",
  section: "presented",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <h1>Personnes présentées</h1>
      <p class="soft">Choisies par le Département pour vos offres. Chacune a dit oui avant que vous ayez son nom.</p>
      {people.length === 0 && (
        <EmptyState title="Personne pour le moment">
          <p>Votre chargé de mission vous présente des personnes après avoir recueilli leur accord.</p>
          <p>
            <a href="/employeur/offres">Revoir mes offres</a>
          </p>
        </EmptyState>
      )}
      <ol class="stack-s">
        {people.map((person) => (
          <li key={person.id} class={`card row spread${person.waits ? " edge-saffron" : ""}`}>
            <div>
              <p>
                <a href={`/employeur/positionnements/${person.id}`}>
                  <b>{fullName(person)}</b>
                </a>
              </p>
              <p class="small soft">
                {person.offerTitle} · {sayAgo(dayOf(new Date(person.statusAt)), today)}
              </p>
            </div>
            <Tag tone={person.waits ? "saffron" : "plain"}>{employerStates[person.status]}</Tag>
          </li>
        ))}
      </ol>
    </div>
  ),
});

type OneProps = FormState & {
  person: ShortListed & { readonly email: string; readonly phone: string | null };
  positioning: Positioning;
  /** Null once the person stopped, or took their CV back. */
  cv: Cv | null;
  moves: readonly PositioningStatus[];
  chosen: PositioningStatus | null;
  today: string;
};

/** One person presented: who, why not yet, and the company's answer. */
export const shortListedPage = (props: OneProps): Page => ({
  title: fullName(props.person),
  section: "presented",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <Breadcrumb
        links={[{ href: "/employeur/positionnements", label: "Personnes présentées" }]}
        here={fullName(props.person)}
      />
      <h1>{fullName(props.person)}</h1>
      <p class="soft">Pour votre offre : {props.person.offerTitle}</p>
      <div class="split">
        <div class="stack">
          <Notice kind={props.person.waits ? "act" : "done"}>
            <p>
              <b>{employerStates[props.person.status]}</b>
            </p>
            <Decided positioning={props.positioning} today={props.today} />
          </Notice>
          {props.cv && (
            <section class="stack-s">
              <h2 class="h3">Son CV</h2>
              <ApplicantCv cv={props.cv} />
            </section>
          )}
        </div>
        <aside class="stack">
          <Card as="section">
            <h2 class="h3">Votre réponse</h2>
            {props.moves.length === 0 ? (
              <p>Rien à faire. Une question ? Votre chargé de mission vous répond.</p>
            ) : (
              <MoveForms
                moves={props.moves}
                chosen={props.chosen}
                page={`/employeur/positionnements/${props.person.id}`}
                action={`/employeur/positionnements/${props.person.id}`}
                version={props.positioning.version}
                hand="employer"
                words={employerMoves}
                consequences={employerConsequences}
                typed={props.typed}
                errors={props.errors}
              />
            )}
          </Card>
          <Contact {...props} />
        </aside>
      </div>
    </div>
  ),
});

const Decided = ({
  positioning: { status, interviewAt, interviewPlace, startsOn },
  today,
}: Pick<OneProps, "positioning" | "today">): VNode | null => {
  if (status === "interviewPlanned" && interviewAt)
    return (
      <p>
        {sayMoment(interviewAt, today)}, {interviewPlace}
      </p>
    );
  return startsOn ? <p>Premier jour : {sayDay(startsOn, today)}</p> : null;
};

const Contact = ({ person }: OneProps): VNode => (
  <Card as="section">
    <h2 class="h3">Joindre {person.firstName}</h2>
    <p class="breakable">
      {person.phone && (
        <>
          <PhoneLink phone={person.phone} />
          <br />
        </>
      )}
      <a href={`mailto:${person.email}`}>{person.email}</a>
    </p>
  </Card>
);
