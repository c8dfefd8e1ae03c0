import type { Page } from "./layout.tsx";

type Refusal = { status: number; code: string; sentence: string; requestId: string; backTo: string | null };

const titles: Readonly<Record<number, string>> = {
  403: "Demande refusée",
  404: "Page introuvable",
  409: "C’est déjà fait, ou plus possible",
  410: "Ce n’est plus valable",
  413: "C’est trop gros",
  422: "Une réponse est à revoir",
  429: "Trop d’essais",
  500: "Un problème de notre côté",
  503: "Service coupé un moment",
};

/** Some refusals share their status with others that are graver. */
const ownTitles: Readonly<Record<string, string>> = { overloaded: "Beaucoup de monde en ce moment" };

const titleOf = ({ status, code }: Pick<Refusal, "status" | "code">): string =>
  ownTitles[code] ?? titles[status] ?? "Ce n’est pas possible";

/** What happened, what to do next. The phone number is in the frame, at its usual place. */
export const failurePage = ({ status, code, sentence, requestId, backTo }: Refusal): Page => ({
  title: titleOf({ status, code }),
  robots: "noindex",
  status,
  body: (
    <div class="wrap narrow body stack">
      <h1>{titleOf({ status, code })}</h1>
      <p class="lead">{sentence}</p>
      <ul class="stack-s">
        {backTo && (
          <li>
            <a href={backTo}>Revenir à la page d’avant</a>
          </li>
        )}
        <li>
          <a href="/offres">Voir les offres</a>
        </li>
        <li>
          <a href="/">Aller à l’accueil</a>
        </li>
      </ul>
      <p class="soft">Besoin d’aide ? Appelez le numéro gratuit, en haut de la page.</p>
      {status === 500 && <p class="small soft">Numéro du problème : {requestId}</p>}
    </div>
  ),
});
