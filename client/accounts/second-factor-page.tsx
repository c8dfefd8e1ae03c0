import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { QrCode } from "#client/design/qr-code.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { CodeField } from "#client/kernel/text-fields.tsx";

/** `enrolment`: what the telephone must keep, shown until a first code proves that it does. */
type SecondFactor = FormState & {
  token: string;
  next: string | null;
  enrolment: { secret: string; address: string } | null;
};

export const secondFactorPage = ({ token, next, enrolment, typed, errors }: SecondFactor): Page => ({
  title: "Code du téléphone",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>{enrolment ? "Enregistrez votre téléphone" : "Le code de votre téléphone"}</h1>
      <ErrorSummary errors={errors} />
      {enrolment ? (
        <Enrolment {...enrolment} />
      ) : (
        <p>Ouvrez votre application de codes. Recopiez celui d’Élan Emploi.</p>
      )}
      <Form action={`/connexion/second-code/${token}`} hidden={{ suite: next ?? "" }}>
        <CodeField name="code" label="Code à 6 chiffres de l’application" typed={typed} errors={errors} />
        <Button>Me connecter</Button>
      </Form>
      <p class="small soft">
        Téléphone perdu ou changé ? Un administrateur peut l’oublier : vous en enregistrez un autre.
      </p>
    </div>
  ),
});

const Enrolment = ({ secret, address }: { secret: string; address: string }): VNode => (
  <>
    <p>Vous voyez des données personnelles : votre compte demande deux preuves. C’est à faire une seule fois.</p>
    <ol class="stack-s">
      <li>
        Installez une application de codes sur votre téléphone, par exemple FreeOTP ou celle de votre direction
        informatique.
      </li>
      <li>
        Dans l’application, ajoutez un compte et visez ce carré.
        <QrCode text={address} label="Carré à viser avec l’application de codes" />
        <span class="small">
          Sur ce téléphone même : <a href={address}>ouvrez votre application de codes</a>. Ou recopiez cette clé :{" "}
          <code class="breakable">{secret}</code>
        </span>
      </li>
      <li>Recopiez ici le code à 6 chiffres qu’elle affiche.</li>
    </ol>
  </>
);
