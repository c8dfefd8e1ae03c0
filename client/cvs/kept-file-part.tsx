import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Card } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { Ago, sayNumber } from "#client/kernel/say.tsx";
import type { KeptFile } from "#shared/cvs/kept-file.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { CvFileField } from "./catcher-upload-page.tsx";

/** Beside a CV: its file, when its person asked to keep one, or a way to. */
export const KeptFilePart = ({ file, today }: { file: KeptFile | null; today: string }): VNode => (
  <Card as="section">
    <h2 class="h3">Votre fichier</h2>
    {file === null ? (
      <>
        <p>Aucun fichier n’est gardé.</p>
        <Details summary="Garder le fichier de mon CV">
          <KeepForm typed={{}} errors={{}} />
        </Details>
      </>
    ) : (
      <>
        <p class="breakable">
          <a href="/mon-cv/fichier">{file.name}</a>
        </p>
        <p class="small soft">
          {saySize(file.size)}, gardé <Ago day={dayOf(new Date(file.keptAt))} today={today} />. Personne d’autre ne peut
          l’ouvrir.
        </p>
        <Form action="/mon-cv/fichier/effacement">
          <Button kind="danger" small>
            Effacer ce fichier
          </Button>
        </Form>
      </>
    )}
    <p class="small">
      <a href="/lire-mon-cv">Remplir mon CV avec un fichier</a>
    </p>
  </Card>
);

const KeepForm = (state: FormState): VNode => (
  <Form action="/mon-cv/fichier" files>
    <CvFileField {...state} />
    <Button kind="second">Garder ce fichier</Button>
  </Form>
);

/** When the file was refused. */
export const keepFilePage = (state: FormState): Page => ({
  title: "Garder le fichier de mon CV",
  section: "cv",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Garder le fichier de mon CV</h1>
      <ErrorSummary errors={state.errors} />
      <KeepForm {...state} />
      <ButtonLink href="/mon-cv" kind="plain">
        Revenir à mon CV
      </ButtonLink>
    </div>
  ),
});

const saySize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} ko`
    : `${sayNumber(Math.round(bytes / 100_000) / 10)} Mo`;
