import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Card } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";

const wayIn = "/connexion?suite=/employeur/inscription";

/** What an employer gets, said before anything is asked. */
export const recruitPage = ({ inTerritory }: { inTerritory: string }): Page => ({
  title: "Recruter",
  section: "recruit",
  description: `Publiez vos offres d’emploi ${inTerritory}, gratuitement, avec l’aide du Département.`,
  body: (
    <div class="wrap body stack-l">
      <header class="stack narrow">
        <h1>Recrutez près de chez vous, {inTerritory}</h1>
        <p class="lead">Publiez une offre en dix minutes. C’est gratuit, et des conseillers vous aident.</p>
        <p>
          <ButtonLink href={wayIn}>Créer mon espace recruteur</ButtonLink>
        </p>
        <p class="small soft">
          Il faut une adresse mail et votre numéro SIRET. Vous avez déjà un espace ?{" "}
          <a href="/connexion">Se connecter</a>
        </p>
      </header>
      <section class="stack">
        <h2>Ce que vous avez</h2>
        <ul class="grid3">
          {gains.map((gain) => (
            <Gain key={gain.title} {...gain} />
          ))}
        </ul>
      </section>
      <section class="stack narrow">
        <h2>Comment ça se passe</h2>
        <ol class="stack-s">
          {steps.map((step, index) => (
            <li key={step}>
              <b>{index + 1}.</b> {step}
            </li>
          ))}
        </ol>
        <p>Vous préférez parler à quelqu’un ? Appelez-nous : nous écrivons l’offre avec vous.</p>
      </section>
    </div>
  ),
});

const gains = [
  {
    title: "Une offre claire",
    text: "Une seule page à remplir. Nous vérifions le salaire minimum et les dates.",
  },
  {
    title: "Des candidats qui conviennent",
    text: "Les personnes dont le CV convient la voient tout de suite, avec les raisons.",
  },
  {
    title: "Tout au même endroit",
    text: "Vos offres, les candidatures reçues, vos réponses. Un mail avant la fin de chaque offre.",
  },
] as const;

const Gain = ({ title, text }: { title: string; text: string }): VNode => (
  <Card as="li">
    <h3>{title}</h3>
    <p>{text}</p>
  </Card>
);

const steps = [
  "Vous créez votre espace et donnez votre SIRET.",
  "Vous écrivez votre offre et vous la relisez.",
  "Un conseiller vérifie l’entreprise, sous deux jours ouvrés.",
  "L’offre paraît. Vous la changez ou l’arrêtez quand vous voulez.",
] as const;
