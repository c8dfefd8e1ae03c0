import type { VNode } from "preact";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Card, Facts, Notice } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { TextArea } from "#client/kernel/text-fields.tsx";
import type { AnonymousCv } from "#shared/cvs/anonymous-cv.ts";
import type { ContactRequest } from "#shared/cvs/contact-request.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { anonymousFacts, namedFacts, occupationLabel } from "./cv-facts.tsx";
import { askedStatusLabels } from "./cv-words.ts";

type Person = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string | null;
};

type Opened =
  | { readonly sight: "anonymous"; readonly cv: AnonymousCv; readonly request: ContactRequest | null }
  | { readonly sight: "named"; readonly cv: Cv; readonly person: Person; readonly request: ContactRequest | null };

type LibraryCv = FormState & { opened: Opened; employer: boolean };

/** One CV of the library: what it says, and how to reach its person, as that person decided. */
export const libraryCvPage = ({ opened, employer, typed, errors }: LibraryCv): Page => {
  const title =
    opened.sight === "named"
      ? `${opened.person.firstName} ${opened.person.lastName}`
      : opened.cv.occupations.slice(0, 2).map(occupationLabel).join(" ; ");
  return {
    title,
    section: "library",
    robots: "noindex",
    body: (
      <div class="wrap body stack">
        <Breadcrumb links={[{ href: "/cvtheque", label: "CVthèque" }]} here={title} />
        <h1>{title}</h1>
        <div class="split thin">
          <Card as="section">
            <h2 class="h3">Ce que dit le CV</h2>
            {opened.sight === "named" && <p>{opened.cv.occupations.map(occupationLabel).join(" ; ")}</p>}
            <Facts facts={opened.sight === "named" ? namedFacts(opened.cv) : anonymousFacts(opened.cv)} />
            {opened.sight === "named" && opened.cv.about && <p class="preline">{opened.cv.about}</p>}
          </Card>
          <aside class="stack">
            {opened.sight === "named" ? (
              <Contact person={opened.person} />
            ) : (
              <Ask cvId={opened.cv.id} request={opened.request} typed={typed} errors={errors} />
            )}
            {employer && <p class="small soft">La personne voit que vous avez ouvert son CV, et quand.</p>}
          </aside>
        </div>
      </div>
    ),
  };
};

const Contact = ({ person }: { person: Person }): VNode => (
  <Card as="section" tone="pine">
    <h2 class="h3">Contact</h2>
    <p>
      {person.firstName} {person.lastName}
    </p>
    <p>
      <a class="breakable" href={`mailto:${person.email}`}>
        {person.email}
      </a>
    </p>
    {person.phone && (
      <p>
        <PhoneLink phone={person.phone} />
      </p>
    )}
  </Card>
);

type AskProps = FormState & { cvId: string; request: ContactRequest | null };

const Ask = ({ cvId, request, typed, errors }: AskProps): VNode => {
  if (request !== null)
    return (
      <Notice kind={request.status === "asked" ? "act" : "done"}>
        <p>
          <b>{askedStatusLabels[request.status]}.</b>{" "}
          {request.status === "asked" ? "Sa réponse vous sera envoyée par mail." : "Son nom reste caché."}
        </p>
        <p class="small">Votre message :</p>
        <p class="preline breakable small">{request.message}</p>
      </Notice>
    );
  return (
    <Card as="section">
      <h2 class="h3">Demander le contact</h2>
      <p>La personne lit votre message, puis accepte ou non de vous donner son nom.</p>
      <ErrorSummary errors={errors} />
      <Form action={`/cvtheque/${cvId}/contact`} warnUnsaved>
        <TextArea
          name="message"
          label="Votre message"
          hint="Le poste, le lieu, les horaires, le salaire : ce qui aide à dire oui."
          maxLength={1000}
          typed={typed}
          errors={errors}
        />
        <Button>Envoyer ma demande</Button>
      </Form>
    </Card>
  );
};
