import { Facts } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { type LegalBasis, register } from "#shared/accounts/register.ts";

const basisLabels: Record<LegalBasis, string> = {
  mission: "Mission d’intérêt public du Département",
  consent: "Votre accord",
  law: "Obligation de la loi",
};

export const personalDataPage: Page = {
  title: "Vos données",
  body: (
    <div class="wrap narrow body stack">
      <h1>Vos données</h1>
      <p class="lead">Nous gardons ce qui sert à trouver un emploi, et rien d’autre.</p>
      <h2>Ce que nous gardons</h2>
      <ul class="dots stack-s">
        <li>Votre nom, votre adresse mail, votre téléphone si vous le donnez.</li>
        <li>Votre CV, vos candidatures, vos alertes.</li>
        <li>Qui a regardé votre CV, et quand. Vous le voyez dans votre espace.</li>
      </ul>
      <h2>Ce que nous ne demandons pas</h2>
      <p>
        Votre âge, votre nationalité, votre situation de famille, votre santé, votre numéro de sécurité sociale, votre
        photo.
      </p>
      <h2>Qui voit quoi</h2>
      <p>
        C’est vous qui choisissez : personne, le Département seulement, ou les employeurs vérifiés. Aucun employeur ne
        voit votre CV tant que vous n’avez pas coché la case. Vous l’enlevez en un geste. Sans votre nom d’abord : il
        n’est donné à une entreprise qu’après votre oui.
      </p>
      <h2>Combien de temps</h2>
      <p>
        Deux ans sans visite, et tout est effacé. Un mail vous prévient 30 jours avant : un bouton garde tout. Une
        session oubliée se ferme seule. Le texte d’un mail envoyé est effacé après 30 jours.
      </p>
      <Details summary="Le registre, donnée par donnée">
        {register.map(({ collection, what, purpose, basis, kept, readers }) => (
          <section key={collection} class="stack-s">
            <h3>{what}</h3>
            <Facts
              facts={[
                ["Pourquoi", purpose],
                ["De quel droit", basisLabels[basis]],
                ["Combien de temps", kept],
                ["Qui lit", readers],
              ]}
            />
          </section>
        ))}
      </Details>
      <h2>Vos droits</h2>
      <p>
        <a href="/mon-compte/mes-donnees">Voir et récupérer vos données</a>, ou{" "}
        <a href="/mon-compte/effacement">effacer votre compte</a> : c’est immédiat, dans votre espace. Pour le reste, ou
        sans internet, appelez le numéro gratuit. Nous répondons en un mois au plus. Vous pouvez aussi écrire à la CNIL,
        qui protège les données.
      </p>
      <h2>Cookies</h2>
      <p>
        Un seul, pour rester connecté, et un autre d’une minute pour dire ce qui vient d’être fait. Aucun ne vous suit.
      </p>
    </div>
  ),
};
