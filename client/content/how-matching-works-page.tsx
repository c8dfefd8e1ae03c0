import type { Page } from "#client/kernel/layout.tsx";

type Weights = {
  readonly version: number;
  readonly parts: Readonly<
    Record<"occupation" | "skills" | "experience" | "contractAndHours" | "availability", number>
  >;
};

/** Written for a candidate. The points shown are the ones the ranking uses. */
export const howMatchingWorksPage = ({ version, parts }: Weights): Page => ({
  title: "Comment marche le rapprochement",
  description: "Comment Élan Emploi rapproche une offre et un CV, et ce qu’il n’utilise jamais.",
  body: (
    <div class="wrap narrow body stack">
      <h1>Comment marche le rapprochement</h1>
      <p class="lead">Un calcul simple compare votre CV et une offre. Il dit toujours pourquoi.</p>
      <h2>D’abord, les conditions</h2>
      <p>Une condition est remplie ou non. Elle ne donne pas de points.</p>
      <ul class="dots stack-s">
        <li>Le diplôme ou la carte que la loi exige pour ce métier.</li>
        <li>Le permis, le diplôme ou l’habilitation que l’offre exige.</li>
        <li>La distance : vous choisissez jusqu’où vous allez, et comment.</li>
        <li>Le contrat et les horaires que vous acceptez.</li>
      </ul>
      <p>
        Une offre qu’une condition écarte n’est pas parmi vos offres. Sous la liste, « Mes pistes » dit ce qui manque.
        Vous pouvez toujours l’ouvrir et postuler.
      </p>
      <h2>Ensuite, les points</h2>
      <table>
        <caption class="vh">Points de chaque partie, sur 100</caption>
        <thead>
          <tr>
            <th scope="col">Ce qui compte</th>
            <th scope="col" class="n">
              Points au plus
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>Le métier que vous cherchez, ou un métier proche</td>
            <td class="n">{parts.occupation}</td>
          </tr>
          <tr>
            <td>Les savoir-faire demandés que vous avez</td>
            <td class="n">{parts.skills}</td>
          </tr>
          <tr>
            <td>L’expérience demandée</td>
            <td class="n">{parts.experience}</td>
          </tr>
          <tr>
            <td>Le contrat et les heures que vous voulez</td>
            <td class="n">{parts.contractAndHours}</td>
          </tr>
          <tr>
            <td>La date où vous êtes libre</td>
            <td class="n">{parts.availability}</td>
          </tr>
        </tbody>
      </table>
      <p>
        Le résultat est un mot : très bien dès 80 points, bien dès 60, possible dès 40, sinon à regarder. Les raisons
        sont écrites à côté.
      </p>
      <h2>Ce qui n’est jamais utilisé</h2>
      <p>
        Votre nom, votre âge, votre sexe, votre photo, votre nationalité, votre famille, votre santé, votre adresse
        exacte, le fait de toucher le RSA. Le calcul ne les reçoit pas. C’est la loi (Code du travail, article L1132-1),
        et c’est vérifié par un test.
      </p>
      <h2>Qui décide</h2>
      <p>
        Des personnes. Le calcul classe et explique ; il ne refuse personne. Une erreur dans vos raisons ? Corrigez
        votre CV, ou appelez-nous.
      </p>
      <p class="small soft">Règles de calcul : version {version}.</p>
    </div>
  ),
});
