import { plural, sayCount } from "#client/kernel/say.tsx";
import { licenceLabel, lowered } from "#client/matching/match-labels.ts";
import type { TodoItem } from "#client/matching/todo.ts";
import { requestsTo } from "#server/cvs/list-requests.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { opening } from "#shared/matching/opening.ts";
import type { OfferRanking } from "./rank-offers-for-cv.ts";
import type { TodoSource } from "./todo-sources.ts";

/** What a person's own CV asks of them. */
export const cvTodos: TodoSource = ({ cv, ranking }) => {
  if (cv === null) return [postIt];
  if (cv.status === "withdrawn") return [putBack];
  return [...licenceTodo(ranking), ...distanceTodo(cv, ranking), ...skillsTodo(cv)];
};

/** Companies that ask for a name. */
export const contactTodos: TodoSource = async ({ person }) => {
  const waiting = (await requestsTo(person.accountId)).filter(({ status }) => status === "asked");
  const [first] = waiting;
  if (first === undefined) return [];
  return [
    {
      title: waiting.length === 1 ? `Répondre à ${first.companyName}` : `Répondre à ${waiting.length} entreprises`,
      text: `${waiting.length === 1 ? "Cette entreprise a lu votre CV sans votre nom et aimerait" : "Elles ont lu votre CV sans votre nom et aimeraient"} vous contacter.`,
      waited: true,
      actions: [{ kind: "link", href: "/mon-cv/demandes", label: "Lire et répondre" }],
      note: "Votre nom n’est donné qu’après votre oui.",
    },
  ];
};

const postIt: TodoItem = {
  title: "Poster votre CV",
  text: "Cinq questions, trois minutes. Les offres qui vous vont s’affichent tout de suite après.",
  waited: true,
  actions: [{ kind: "link", href: "/mon-cv", label: "Poster mon CV" }],
};

const putBack: TodoItem = {
  title: "Votre CV est retiré",
  text: "Ni les recruteurs ni nos agents ne le voient. Vous pouvez le remettre.",
  waited: true,
  actions: [{ kind: "act", action: "/mon-cv/remise", hidden: {}, label: "Remettre mon CV", yes: true }],
};

/** The licence that alone opens the most offers. */
const licenceTodo = (ranking: OfferRanking | null): TodoItem[] => {
  const [best] = opening(ranking?.setAside ?? []);
  if (best === undefined) return [];
  const { code } = best;
  return [
    {
      title: `Avez-vous ${code.startsWith("permis-") ? `le ${lowered(licenceLabel(code))}` : `: ${licenceLabel(code)}`} ?`,
      text: `${sayCount(best.offers, "offre", "offres")} de plus ${plural(best.offers, "s’ouvre", "s’ouvrent")} si vous l’avez.`,
      waited: false,
      actions: [{ kind: "link", href: "/mon-cv/modifier#champ-licences", label: "L’ajouter à mon CV" }],
    },
  ];
};

const distanceTodo = ({ radiusKm }: Cv, ranking: OfferRanking | null): TodoItem[] => {
  const far = (ranking?.setAside ?? []).find(({ condition }) => condition.kind === "distance")?.alone ?? 0;
  if (far < 2) return [];
  return [
    {
      title: "Aller un peu plus loin",
      text: `${sayCount(far, "offre", "offres")} pour vous ${plural(far, "est", "sont")} à plus de ${radiusKm} km.`,
      waited: false,
      actions: [{ kind: "link", href: "/mon-cv/modifier#champ-radiusKm", label: "Changer ma distance" }],
    },
  ];
};

const skillsTodo = ({ skills, about }: Cv): TodoItem[] =>
  skills.length > 0 || about !== ""
    ? []
    : [
        {
          title: "Dire ce que vous savez faire",
          text: "Cochez vos savoir-faire : les recruteurs les cherchent.",
          waited: false,
          actions: [{ kind: "link", href: "/mon-cv/completer", label: "Compléter mon CV" }],
        },
      ];
