import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { CodeField, EmailField, TextField } from "#client/kernel/text-fields.tsx";
import { carried } from "./typed-caught.ts";

type Step = FormState & { title: string; action: string; hidden?: Readonly<Record<string, string>>; children: VNode };

/** From a CV that was read to an account: each page carries the findings along, so that nothing waits on our side. */
const step = ({ title, action, hidden = {}, typed, errors, children }: Step): Page => ({
  title,
  robots: "noindex",
  personal: true,
  body: (
    <div class="wrap narrow body stack">
      <h1>{title}</h1>
      <p class="notice">Votre CV est dans cette page : gardez-la ouverte. Il n’est encore enregistré nulle part.</p>
      <ErrorSummary errors={shownErrors(errors)} />
      <Form action={action} hidden={{ ...(carried(typed) as Record<string, string | string[]>), ...hidden }}>
        {children}
      </Form>
    </div>
  ),
});

const asked = ["email", "code", "firstName", "lastName", "form"];

/** What is wrong in the findings themselves is no field of these pages. */
const shownErrors = (errors: FormState["errors"]): FormState["errors"] =>
  Object.fromEntries(Object.entries(errors).map(([field, said]) => [asked.includes(field) ? field : "form", said]));

export const catcherAddressPage = (state: FormState): Page =>
  step({
    ...state,
    title: "Enregistrer mon CV",
    action: "/lire-mon-cv/adresse",
    children: (
      <>
        <p>Donnez votre adresse mail. Nous vous envoyons un code à 6 chiffres. Pas besoin de mot de passe.</p>
        <EmailField {...state} name="email" label="Adresse mail" autocomplete="username" />
        <Button>Recevoir mon code</Button>
        <p class="soft">Pas d’adresse mail, ou pas à l’aise ? Appelez-nous, c’est gratuit.</p>
      </>
    ),
  });

type CodeStep = FormState & { codeId: string; email: string };

export const catcherCodePage = ({ codeId, email, ...state }: CodeStep): Page =>
  step({
    ...state,
    title: "Regardez vos mails",
    action: "/lire-mon-cv/code",
    hidden: { codeId, email },
    children: (
      <>
        <p>
          Un code à 6 chiffres est parti à <b class="breakable">{email}</b>. Il est valable 10 minutes.
        </p>
        <CodeField {...state} name="code" label="Code à 6 chiffres" />
        <div class="row">
          <Button>Continuer</Button>
          <Button kind="plain" formAction="/lire-mon-cv/adresse">
            Envoyer un autre code
          </Button>
        </div>
        <p class="soft">Rien reçu ? Regardez dans les courriers indésirables.</p>
      </>
    ),
  });

type NameStep = FormState & { registration: string };

export const catcherNamePage = ({ registration, ...state }: NameStep): Page =>
  step({
    ...state,
    title: "Bienvenue",
    action: "/lire-mon-cv/compte",
    hidden: { registration },
    children: (
      <>
        <p>Votre adresse est confirmée. Il reste votre nom.</p>
        <TextField {...state} name="firstName" label="Prénom" autocomplete="given-name" />
        <TextField {...state} name="lastName" label="Nom" autocomplete="family-name" />
        <p class="small soft">
          Nous gardons votre nom et votre adresse pour votre espace, et rien d’autre. Vous pouvez tout effacer en nous
          appelant. <a href="/donnees-personnelles">Vos données</a>
        </p>
        <Button>Continuer vers mon CV</Button>
      </>
    ),
  });
