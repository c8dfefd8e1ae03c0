import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Checkbox } from "#client/kernel/choice-fields.tsx";
import { FileField } from "#client/kernel/file-field.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { TextArea } from "#client/kernel/text-fields.tsx";
import { cvFileAccept, longestCvText } from "#shared/cvs/cv-file.ts";

type Upload = FormState & { candidate: boolean };

/** Asks for a CV, as a file or as text: no account is needed. */
export const catcherUploadPage = ({ candidate, typed, errors }: Upload): Page => ({
  title: "Trouver des offres avec mon CV",
  description: "Donnez votre CV : nous le lisons et montrons les offres qui vous vont. Sans compte, rien n’est gardé.",
  section: "cv",
  personal: true,
  body: (
    <div class="wrap narrow body stack">
      <h1>Trouver des offres avec mon CV</h1>
      <p class="lead">Nous lisons votre CV. Vous corrigez. Les offres qui vous vont s’affichent, avec leurs raisons.</p>
      <ErrorSummary errors={errors} />
      <Form action="/lire-mon-cv" files>
        <CvFileField typed={typed} errors={errors} />
        <Details
          summary="Ou coller le texte de mon CV"
          open={"text" in errors || "file" in errors || Boolean(typed.text)}
        >
          <TextArea
            name="text"
            label="Le texte de votre CV"
            required={false}
            rows={10}
            maxLength={longestCvText}
            typed={typed}
            errors={errors}
          />
        </Details>
        {candidate && (
          <Checkbox
            name="keep"
            label="Garder aussi ce fichier dans mon espace"
            hint="Personne d’autre ne pourra l’ouvrir. Vous pourrez l’effacer."
            typed={typed}
            errors={errors}
          />
        )}
        <Button>Lire mon CV et voir les offres</Button>
      </Form>
      <WhatBecomesOfIt candidate={candidate} />
    </div>
  ),
});

/** The same field on every page that takes a CV. */
export const CvFileField = (state: FormState): VNode => (
  <FileField
    {...state}
    name="file"
    label="Votre CV"
    hint="PDF, DOCX, ODT ou TXT, 10 Mo au plus."
    accept={cvFileAccept}
  />
);

const WhatBecomesOfIt = ({ candidate }: { candidate: boolean }): VNode => (
  <Card as="section">
    <h2 class="h3">Ce que devient votre CV</h2>
    <ul class="dots">
      <li>Il est lu ici, par nos machines. Aucun autre service ne le reçoit.</li>
      <li>Ce qui est lu est oublié, sauf si vous enregistrez votre CV.</li>
      <li>
        {candidate
          ? "Le fichier n’est gardé que si vous cochez la case."
          : "Le fichier n’est pas gardé. Vous pourrez l’ajouter ensuite, dans votre espace."}
      </li>
      <li>Votre âge, votre santé, votre famille et votre photo ne sont ni lus ni gardés.</li>
    </ul>
    <p class="small">
      Pas de CV ? <a href="/connexion?suite=/mon-cv">Écrivez-le en cinq questions</a>, ou appelez-nous, c’est gratuit.
    </p>
  </Card>
);
