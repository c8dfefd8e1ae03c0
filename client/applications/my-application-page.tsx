import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Card, Notice } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay, sayMoment } from "#client/kernel/say.tsx";
import type { MyApplication, Nudge } from "#shared/applications/application-sights.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { ApplicationTrack, sayDeadline, sayInterview } from "./application-track.tsx";
import { hiddenEmployer, myStatusLabels, refusalReasonLabels } from "./application-words.ts";

type MyApplicationProps = { application: MyApplication; mayWithdraw: boolean; today: Day };

export const myApplicationPage = ({ application, mayWithdraw, today }: MyApplicationProps): Page => ({
  title: `Ma candidature : ${application.offer.title}`,
  section: "applications",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack-l">
      <div class="stack">
        <Breadcrumb links={[{ href: "/mes-candidatures", label: "Mes candidatures" }]} here={application.offer.title} />
        <h1>{application.offer.title}</h1>
        <p class="meta">
          <span>{application.offer.employer ?? hiddenEmployer}</span>
          <span>{application.offer.communeName}</span>
          <a href={application.offer.address}>Revoir l’offre</a>
        </p>
        <ApplicationTrack application={application} />
        <Next application={application} today={today} />
      </div>
      {application.answerText && <EmployerAnswer application={application} today={today} />}
      <section class="stack-m">
        <h2>Votre message</h2>
        {application.message ? (
          <Card>
            <p class="preline">{application.message}</p>
          </Card>
        ) : (
          <p class="soft">Vous avez envoyé votre CV, sans message.</p>
        )}
      </section>
      <section class="stack-m">
        <h2>Toutes les étapes</h2>
        <ol class="thread">
          {application.steps.map(({ status, at }) => (
            <li key={at}>
              <b>{myStatusLabels[status]}</b> <span class="soft">{sayMoment(at, today)}</span>
            </li>
          ))}
        </ol>
      </section>
      <NudgeEmployer id={application.id} nudge={application.nudge} today={today} />
      {mayWithdraw && <Withdraw id={application.id} />}
    </div>
  ),
});

const Next = ({ application, today }: { application: MyApplication; today: Day }): VNode | null => {
  const deadline = sayDeadline(application, today);
  if (application.status === "lapsed")
    return (
      <Notice>
        <p>
          L’employeur n’a pas répondu. Ce n’est pas de votre fait. <a href="/mes-pistes">Voir d’autres offres</a>.
        </p>
      </Notice>
    );
  return deadline ? <p class="soft">{deadline}</p> : null;
};

const EmployerAnswer = ({ application, today }: { application: MyApplication; today: Day }): VNode => (
  <section class="stack-m">
    <h2>La réponse de l’employeur</h2>
    <Card tone={application.status === "refused" ? "plain" : "pine"} as="section">
      {application.status === "interview" && (
        <p>
          <b>Entretien :</b> {sayInterview(application.interviewAt, today)}
        </p>
      )}
      <p class="preline">{application.answerText}</p>
      {application.refusalReason && (
        <p class="small soft">Raison donnée : {refusalReasonLabels[application.refusalReason]}.</p>
      )}
    </Card>
    {application.status === "refused" && (
      <p>
        D’autres offres vous attendent. <a href="/mes-pistes">Voir les offres pour moi</a>.
      </p>
    )}
  </section>
);

const NudgeEmployer = ({ id, nudge, today }: { id: string; nudge: Nudge; today: Day }): VNode | null => {
  switch (nudge.state) {
    case "now":
      return (
        <section class="stack">
          <h2>Relancer l’employeur</h2>
          <p>Il reçoit un mail poli de notre part. C’est possible une seule fois.</p>
          <Form action={`/mes-candidatures/${id}/relance`}>
            <Button kind="second">Relancer l’employeur</Button>
          </Form>
        </section>
      );
    case "from":
      return <p class="soft">Vous pourrez relancer l’employeur à partir du {sayDay(nudge.on, today)}.</p>;
    case "done":
      return <p class="soft">Vous avez relancé l’employeur le {sayDay(nudge.on, today)}.</p>;
    case "no":
      return null;
  }
};

const Withdraw = ({ id }: { id: string }): VNode => (
  <Details summary="Retirer ma candidature">
    <p>L’employeur est prévenu et ne voit plus votre CV. Vous ne pourrez plus postuler à cette offre.</p>
    <Form action={`/mes-candidatures/${id}/retrait`}>
      <Button kind="danger">Oui, retirer ma candidature</Button>
    </Form>
  </Details>
);
