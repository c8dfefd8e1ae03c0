import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Card, Facts, Notice } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Checkbox } from "#client/kernel/choice-fields.tsx";
import { type Errors, Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { Ago, sayCount } from "#client/kernel/say.tsx";
import { spokenPhone } from "#shared/accounts/phone.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { KeptFile } from "#shared/cvs/kept-file.ts";
import { consentsToLibrary } from "#shared/cvs/library-consent.ts";
import { namedFacts, occupationLabel } from "./cv-facts.tsx";
import { diplomaLabels, labelOf, visibilityHints, visibilityLabels } from "./cv-words.ts";
import { KeptFilePart } from "./kept-file-part.tsx";

type MyCv = {
  cv: Cv;
  name: string;
  email: string;
  phone: string | null;
  today: string;
  toAnswer: number;
  looks: number;
  file: KeptFile | null;
  errors: Errors;
};

/** One's own CV: what it says, who sees it, and how to take it back. */
export const cvPage = (mine: MyCv): Page => ({
  title: "Mon CV",
  section: "cv",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <h1>Mon CV</h1>
      {mine.cv.status === "withdrawn" && <Withdrawn />}
      <div class="split thin">
        <Sheet {...mine} />
        <aside class="stack">
          <WhoSees {...mine} />
          <KeptFilePart {...mine} />
          {mine.cv.status === "active" && <TakeBack />}
        </aside>
      </div>
    </div>
  ),
});

const Withdrawn = (): VNode => (
  <Notice>
    <p>
      <b>Votre CV est retiré.</b> Ni les recruteurs ni nos agents ne le voient.
    </p>
    <div class="row">
      <Form action="/mon-cv/remise">
        <Button small>Remettre mon CV</Button>
      </Form>
      <a href="/mon-cv/effacement">L’effacer pour toujours</a>
    </div>
  </Notice>
);

const Sheet = ({ cv, name, email, phone, today }: MyCv): VNode => (
  <Card as="section">
    <h2 class="h3">{cv.occupations.map(occupationLabel).join(" ; ")}</h2>
    <p class="soft">
      {name} · <span class="breakable">{email}</span>
      {phone && ` · ${spokenPhone(phone)}`}
    </p>
    <Facts facts={namedFacts(cv)} />
    {cv.diplomas.length > 0 && <p>Niveau : {cv.diplomas.map((code) => labelOf(diplomaLabels, code)).join(", ")}</p>}
    {cv.about && <p class="preline">{cv.about}</p>}
    <p class="small soft">
      Mis à jour <Ago day={cv.updatedAt.slice(0, 10)} today={today} />
    </p>
    <div class="row">
      <ButtonLink href="/mon-cv/completer">Compléter mon CV</ButtonLink>
      <ButtonLink href="/mon-cv/modifier" kind="second">
        Modifier mon CV
      </ButtonLink>
    </div>
  </Card>
);

const WhoSees = ({ cv, toAnswer, looks, errors }: MyCv): VNode => (
  <Card as="section">
    <h2 class="h3">Qui le voit</h2>
    {cv.status === "withdrawn" ? (
      <p>Personne, tant que votre CV est retiré.</p>
    ) : (
      <p>
        <b>{visibilityLabels[cv.visibility]}.</b> {visibilityHints[cv.visibility]}
      </p>
    )}
    {cv.status === "active" && <Library cv={cv} errors={errors} />}
    <ul class="stack-s">
      <li>
        <a href="/mon-cv/modifier#champ-visibility">Changer qui le voit</a>
      </li>
      <li>
        <a href="/mon-cv/visites">Qui a vu mon CV</a>
        {looks > 0 && ` (${sayCount(looks, "visite", "visites")})`}
      </li>
      <li>
        <a href="/mon-cv/demandes">Demandes de contact</a>
        {toAnswer > 0 && <b> ({toAnswer} à répondre)</b>}
      </li>
    </ul>
  </Card>
);

/** Given or taken back in one act, whatever else the CV says. */
const Library = ({ cv, errors }: Pick<MyCv, "cv" | "errors">): VNode | null => {
  if (consentsToLibrary(cv))
    return (
      <Form action="/mon-cv/cvtheque/retrait">
        <p class="small soft">Vous avez accepté que les employeurs vérifiés le voient.</p>
        <Button kind="plain" small>
          Ne plus le montrer aux employeurs
        </Button>
      </Form>
    );
  if (cv.visibility !== "staff") return null;
  return (
    <Form action="/mon-cv/cvtheque">
      <Checkbox
        name="libraryConsent"
        label="J’accepte que les employeurs vérifiés par le Département voient mon CV sans mon nom."
        typed={{}}
        errors={errors}
      />
      <Button kind="plain" small>
        Ouvrir mon CV aux employeurs
      </Button>
    </Form>
  );
};

const TakeBack = (): VNode => (
  <Details summary="Retirer ou effacer mon CV">
    <p>Retiré, votre CV disparaît tout de suite partout. Vous pourrez le remettre.</p>
    <Form action="/mon-cv/retrait">
      <Button kind="danger" small>
        Retirer mon CV
      </Button>
    </Form>
    <p>
      <a href="/mon-cv/effacement">L’effacer pour toujours</a>
    </p>
  </Details>
);

/** Asks before what cannot be undone. */
export const eraseCvPage = (): Page => ({
  title: "Effacer mon CV",
  section: "cv",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Effacer mon CV</h1>
      <p>
        Votre CV, les demandes de contact et le journal des visites seront effacés. Cela ne peut pas être défait. Vos
        candidatures restent : vous pouvez les retirer une à une.
      </p>
      <div class="row">
        <Form action="/mon-cv/effacement">
          <Button kind="danger">Effacer mon CV pour toujours</Button>
        </Form>
        <ButtonLink href="/mon-cv" kind="plain">
          Garder mon CV
        </ButtonLink>
      </div>
    </div>
  ),
});
