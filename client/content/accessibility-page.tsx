import type { Page } from "#client/kernel/layout.tsx";

/** A self-check is not an audit: until one exists the law's word is "non conforme". */
export const accessibilityPage: Page = {
  title: "Accessibilité : non conforme",
  body: (
    <div class="wrap narrow body stack">
      <h1>Accessibilité : non conforme</h1>
      <p>
        Ce site n’a pas encore été contrôlé par un audit du référentiel général d’amélioration de l’accessibilité
        (RGAA). La loi demande alors d’écrire « non conforme ».
      </p>
      <h2>Ce que nous faisons déjà</h2>
      <ul class="dots stack-s">
        <li>Le site marche sans souris, sans script, et avec un texte agrandi deux fois.</li>
        <li>Chaque page est vérifiée par un outil automatique à chaque changement.</li>
        <li>La police est dessinée pour les personnes qui lisent avec difficulté.</li>
      </ul>
      <h2>Un obstacle ?</h2>
      <p>Appelez le numéro gratuit en haut de la page. Nous ferons la démarche avec vous.</p>
      <p>
        Si vous n’avez pas de réponse, vous pouvez écrire au Défenseur des droits, gratuitement et sans timbre :
        Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
      </p>
    </div>
  ),
};
