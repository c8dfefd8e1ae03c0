import type { ActionFamily, Indicator, Subject } from "#shared/statistics/indicators.ts";

export const subjectLabels: Readonly<Record<Subject, string>> = {
  placements: "Positionnements et embauches",
  actions: "Actions et participants",
  network: "Entreprises rencontrées",
  offers: "Offres",
  service: "Le site",
};

export const familyLabels: Readonly<Record<ActionFamily, string>> = {
  positionings: "Positionnements",
  keys: "Clés de l’emploi",
  pass: "Pass pour l’emploi",
  workshop: "Ateliers",
  jobDating: "Job datings",
  forum: "Forums",
};

type Words = {
  readonly label: string;
  /** What is counted, and on which day. */
  readonly meaning: string;
};

export const indicatorWords: Readonly<Record<Indicator, Words>> = {
  positionings: {
    label: "Positionnements",
    meaning: "Une offre proposée à une personne, comptée le jour de la première proposition.",
  },
  positionedPeople: {
    label: "Personnes positionnées",
    meaning: "Les personnes à qui une offre a été proposée. Chacune compte une fois.",
  },
  submitted: {
    label: "Présentations",
    meaning: "Un nom transmis à une entreprise après un oui, compté le jour de l’envoi.",
  },
  interviews: {
    label: "Entretiens passés",
    meaning: "Un entretien noté comme passé, une fois par positionnement, compté le jour où c’est noté.",
  },
  hires: {
    label: "Embauches",
    meaning: "Une embauche notée sur un positionnement, comptée le jour où elle est notée.",
  },
  contractPeople: {
    label: "Personnes avec un contrat",
    meaning:
      "Les personnes embauchées après un positionnement, ou avec un contrat à la fin d’une action. Chacune compte une fois.",
  },
  inPostM6: {
    label: "Encore en poste à 6 mois",
    meaning: "Parmi les embauches dont on connaît la suite : en poste à 6 mois, ou contrat arrêté avant.",
  },
  actions: {
    label: "Actions et événements",
    meaning: "Une action collective, un job dating ou un forum qui a eu lieu, compté son premier jour.",
  },
  participations: {
    label: "Participations",
    meaning:
      "Une personne venue à une action ou à un événement, comptée le jour de sa première présence. Une personne venue à deux actions compte deux fois.",
  },
  participants: {
    label: "Participants",
    meaning:
      "Les personnes venues au moins une fois. Chacune compte une fois ; sans les visiteurs sans nom d’un forum.",
  },
  standContacts: {
    label: "Contacts sur les stands",
    meaning:
      "Une personne qui s’est arrêtée à un stand d’un forum, comptée le jour du forum. Deux stands comptent deux fois.",
  },
  beneficiaries: {
    label: "Bénéficiaires du RSA",
    meaning:
      "Le nombre noté pour chaque groupe, jamais pour une personne. Un groupe compte s’il a au moins 5 bénéficiaires et 5 autres personnes.",
  },
  actionContracts: {
    label: "Contrats à la fin d’une action",
    meaning: "Une personne venue à une action, avec un CDI, un CDD ou de l’intérim à la fin. Comptée le dernier jour.",
  },
  positiveExits: {
    label: "Sorties positives",
    meaning:
      "Emploi durable, emploi de transition ou formation qualifiante, parmi les situations notées à la fin d’une action (circulaire DGEFP n° 2008-21).",
  },
  lastingExits: {
    label: "Sorties en emploi durable",
    meaning: "CDI, CDD de 6 mois ou plus, création d’entreprise, parmi les situations notées à la fin d’une action.",
  },
  positiveExitsM6: {
    label: "Sorties positives à 6 mois",
    meaning: "Les mêmes situations, notées 6 mois après la dernière étape de l’action.",
  },
  contacts: {
    label: "Contacts avec les entreprises",
    meaning: "Une visite, un appel ou un mail noté sur le fil d’une entreprise. Une simple note ne compte pas.",
  },
  companiesContacted: {
    label: "Entreprises contactées",
    meaning: "Les entreprises qui ont eu au moins un contact. Chacune compte une fois.",
  },
  offers: {
    label: "Offres publiées",
    meaning: "Une offre montrée à tous, comptée le jour de sa première publication.",
  },
  exclusiveOffers: {
    label: "Offres exclusives",
    meaning: "Une offre exclusive, comptée le jour où elle est ouverte.",
  },
  offersFilled: {
    label: "Offres pourvues",
    meaning: "Une offre fermée parce que le poste est pris, comptée le jour de la fermeture.",
  },
  filledByUs: {
    label: "Offres pourvues par nous",
    meaning: "Parmi les offres pourvues, celles que l’entreprise dit pourvues grâce au service.",
  },
  users: {
    label: "Comptes de candidats",
    meaning: "Un compte de candidat créé. Un compte effacé depuis ne compte plus.",
  },
  recruiters: {
    label: "Comptes de recruteurs",
    meaning: "Un compte de recruteur créé. Un compte effacé depuis ne compte plus.",
  },
  cvs: {
    label: "CV déposés",
    meaning: "Un premier CV enregistré par une personne. Un CV effacé depuis ne compte plus.",
  },
  applications: {
    label: "Candidatures",
    meaning: "Une candidature envoyée depuis le site. Une candidature effacée depuis ne compte plus.",
  },
  alerts: { label: "Alertes créées", meaning: "Une recherche enregistrée. Une alerte effacée depuis ne compte plus." },
  alertMails: { label: "Mails d’alerte", meaning: "Un mail d’alerte parti, compté le jour de l’envoi." },
};
