import type { Page } from "#client/kernel/layout.tsx";

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
        C’est vous qui choisissez : personne, le Département seulement, ou les recruteurs. Par défaut les recruteurs
        voient votre CV sans votre nom. Votre nom n’est donné à une entreprise qu’après votre oui.
      </p>
      <h2>Combien de temps</h2>
      <p>Une session oubliée se ferme seule. Le texte d’un mail envoyé est effacé après 30 jours.</p>
      <h2>Vos droits</h2>
      <p>
        Voir, corriger, récupérer, effacer : appelez le numéro gratuit. Nous répondons en un mois au plus. Vous pouvez
        aussi écrire à la CNIL, qui protège les données.
      </p>
      <h2>Cookies</h2>
      <p>
        Un seul, pour rester connecté, et un autre d’une minute pour dire ce qui vient d’être fait. Aucun ne vous suit.
      </p>
    </div>
  ),
};
