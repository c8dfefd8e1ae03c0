import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, EmptyState, Tag } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { Ago, sayCount } from "#client/kernel/say.tsx";
import type { ContactRequest } from "#shared/cvs/contact-request.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { requestStatusLabels } from "./cv-words.ts";

type Requests = { requests: readonly ContactRequest[]; blocked: readonly string[]; today: string };

/** The companies that ask for one's name: yes or no, each by itself, and back again. */
export const contactRequestsPage = ({ requests, blocked, today }: Requests): Page => {
  const waiting = requests.filter(({ status }) => status === "asked").length;
  return {
    title: "Demandes de contact",
    section: "cv",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <h1>
          {waiting > 0
            ? `${sayCount(waiting, "entreprise attend", "entreprises attendent")} votre réponse`
            : "Demandes de contact"}
        </h1>
        {requests.length === 0 ? (
          <EmptyState title="Aucune demande pour le moment">
            <p>Un CV complet en reçoit plus.</p>
            <p>
              <a href="/mon-cv/completer">Compléter mon CV</a>
            </p>
          </EmptyState>
        ) : (
          <ul class="stack">
            {requests.map((request) => (
              <Request key={request.id} request={request} today={today} blocked={blocked.includes(request.companyId)} />
            ))}
          </ul>
        )}
        <p>
          <a href="/mon-cv">Revenir à mon CV</a>
        </p>
      </div>
    ),
  };
};

type OneRequest = { request: ContactRequest; today: string; blocked: boolean };

const Request = ({ request, today, blocked }: OneRequest): VNode => (
  <Card as="li" tone={request.status === "asked" ? "saffron" : "plain"}>
    <div class="row spread">
      <h2 class="h3">{request.companyName}</h2>
      <Tag tone={request.status === "accepted" ? "pine" : "plain"}>{requestStatusLabels[request.status]}</Tag>
    </div>
    <p class="small soft">
      A écrit <Ago day={dayOf(new Date(request.askedAt))} today={today} />
    </p>
    <blockquote class="preline breakable">{request.message}</blockquote>
    <div class="row">
      {request.status !== "accepted" && <Answer request={request} answer="accepted" />}
      {request.status !== "declined" && <Answer request={request} answer="declined" />}
      {blocked ? (
        <Tag tone="clay">Entreprise écartée</Tag>
      ) : (
        <Form action="/mon-cv/ecarter" hidden={{ companyId: request.companyId, blocked: "yes" }} class="row">
          <Button kind="link" small label={`Écarter cette entreprise : ${request.companyName}`}>
            Écarter cette entreprise
          </Button>
        </Form>
      )}
    </div>
    {request.status === "asked" && (
      <p class="small soft">Votre nom, votre mail et votre téléphone ne sont donnés qu’après ce oui.</p>
    )}
  </Card>
);

const words = {
  asked: { accepted: "Oui, donner mon contact", declined: "Non merci" },
  accepted: { accepted: "", declined: "Reprendre mon contact" },
  declined: { accepted: "Finalement oui", declined: "" },
} as const;

const Answer = ({ request, answer }: { request: ContactRequest; answer: "accepted" | "declined" }): VNode => {
  const label = words[request.status][answer];
  return (
    <Form action={`/mon-cv/demandes/${request.id}/reponse`} hidden={{ answer }} class="row">
      <Button
        kind={answer === "accepted" && request.status === "asked" ? "primary" : "plain"}
        small
        label={`${label} : ${request.companyName}`}
      >
        {label}
      </Button>
    </Form>
  );
};
