import { sayCount } from "#client/kernel/say.tsx";
import type { ContactOutcome, Satisfaction, Stand, StandKind } from "#shared/events/forums/forum.ts";
import type { WayOutQuestion } from "#shared/events/forums/way-out-contracts.ts";

/** Refusals of the forums, as people read them; those of every event are in dating-words.ts. */
export const forumWords: Readonly<Record<string, string>> = {
  "no-stand-yet": "Ajoutez d’abord un stand.",
  "company-has-stand": "Cette entreprise a déjà un stand à ce forum.",
  "number-is-taken": "Un autre stand a ce numéro. Choisissez-en un autre.",
  "stand-has-contacts": "Des contacts sont notés à ce stand. Il ne peut plus être retiré.",
  "contacts-closed": "Les contacts se notent dès l’ouverture du forum, et pendant deux semaines après.",
  "no-such-visitor": "Aucun visiteur de ce forum n’a ce code. Vérifiez les lettres.",
  "contact-is-followed": "Un positionnement suit ce contact. Il ne peut plus être effacé.",
  "forum-not-yet": "Ce forum n’a pas encore eu lieu.",
  "way-out-closed": "Le forum est fermé. Merci de votre visite.",
};

export const forumNotices = {
  created: "Le forum est créé. Ajoutez les stands, puis publiez-le.",
  standAdded: "Le stand est ajouté. Vérifiez ses offres.",
  standEdited: "Le stand est modifié.",
  standRemoved: "Le stand est retiré.",
  trainingAdded: "La formation est ajoutée.",
  trainingRemoved: "La formation est retirée.",
  contactNoted: "Le contact est noté.",
  contactRemoved: "Le contact est effacé.",
  filled: "C’est noté. Le bilan est à jour.",
  thanks: "Merci, c’est noté. Bonne journée.",
  unnamedUndone: "La dernière entrée sans nom est effacée.",
} as const;

export const standKindLabels: Record<StandKind, string> = {
  company: "Entreprise",
  training: "Organisme de formation",
  other: "Autre partenaire",
};

export const contactOutcomeLabels: Record<ContactOutcome, string> = {
  talked: "Renseignements donnés",
  trainingProposed: "Formation proposée",
  cvTaken: "CV pris",
  offerProposed: "Offre proposée",
  meetAgain: "À revoir",
};

export const satisfactionLabels: Record<Satisfaction, string> = {
  good: "Content",
  fair: "Moyen",
  poor: "Pas content",
};

export const wayOutQuestionLabels: Record<WayOutQuestion, string> = {
  metCompanies: "Avez-vous parlé à une entreprise ?",
  foundLead: "Avez-vous trouvé une offre ou une formation pour vous ?",
  wellReceived: "Avez-vous été bien accueilli ?",
  wouldReturn: "Reviendrez-vous ?",
};

/** "stand 12, Fromagerie des Monts". */
export const sayStand = ({ number, name }: Pick<Stand, "number" | "name">): string => `Stand ${number}, ${name}`;

export const sayTraining = ({ title, places }: Stand["trainings"][number]): string =>
  places === null ? title : `${title} (${sayCount(places, "place", "places")})`;

/** What a contact may be about: the offers and the trainings of its stand. */
export const subjectsOf = (
  { trainings }: Pick<Stand, "trainings">,
  offers: readonly { readonly id: string; readonly title: string }[],
): { value: string; label: string }[] => [
  ...offers.map(({ id, title }) => ({ value: `offer.${id}`, label: title })),
  ...trainings.map(({ id, title }) => ({ value: `training.${id}`, label: `Formation : ${title}` })),
];
