import { csvOf } from "#shared/events/csv.ts";
import { contactOutcomes, satisfactions } from "#shared/events/forums/forum.ts";
import { wayOutQuestions } from "#shared/events/forums/way-out-contracts.ts";
import type { ForumFacts } from "./forum-facts.ts";
import { contactOutcomeLabels, satisfactionLabels, standKindLabels, wayOutQuestionLabels } from "./forum-words.ts";

/** One line a stand, then the figures of the whole, for a spreadsheet. */
export const forumBalanceCsv = ({ forum, placed, figures, totals, visitors, wayOut }: ForumFacts): string =>
  csvOf([
    [
      "Numéro",
      "Stand",
      "Sorte",
      "Offres",
      "Formations",
      "Contacts",
      ...contactOutcomes.map((outcome) => contactOutcomeLabels[outcome]),
      "Positionnements",
      "Embauches suivies",
      "En poste à trois mois",
      "Postes pourvus",
      "Places prises",
    ],
    ...figures.map(({ stand, contacts, outcomes, positioned, hired, inPostM3, filled }) => [
      stand.number,
      stand.name,
      standKindLabels[stand.kind],
      stand.offerIds.length,
      stand.trainings.length,
      contacts,
      ...contactOutcomes.map((outcome) => outcomes[outcome]),
      positioned,
      hired,
      inPostM3,
      filled?.offers ?? "",
      filled?.trainings ?? "",
    ]),
    [],
    ["Forum", forum.title],
    ["Jour", forum.day],
    ["Commune", forum.commune.name],
    ["Inscrits", placed.length],
    ["Inscrits venus", visitors.came],
    ["Entrées sans nom", visitors.unnamed],
    ["Visiteurs", visitors.came + visitors.unnamed],
    ["Contacts", totals.contacts],
    ["Postes pourvus", totals.filledOffers],
    ["Places de formation prises", totals.filledTrainings],
    ["Questionnaires", wayOut.answers],
    ...satisfactions.map((one) => [satisfactionLabels[one], wayOut.satisfaction[one]]),
    ...wayOutQuestions.map((one) => [`${wayOutQuestionLabels[one]} Oui`, wayOut.yes[one]]),
  ]);
