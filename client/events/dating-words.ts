import { sayCount, sayDay, sayList } from "#client/kernel/say.tsx";
import type { Audience, DatingMeeting, JobDating, JobDatingStatus, Registration } from "#shared/events/job-dating.ts";
import { mostWishes } from "#shared/events/job-dating-rules.ts";
import { minutesOf, sayClock, slotsOf } from "#shared/events/slots.ts";
import type { Verdict } from "#shared/events/verdict.ts";

/** Refusals of the job datings, as people read them. */
export const datingWords: Readonly<Record<string, string>> = {
  "not-a-clock": "Écrivez une heure, par exemple 09:00.",
  "closes-before-it-opens": "La fin vient avant le début. Corrigez une des deux heures.",
  "no-room-for-a-slot": "Aucune rencontre ne tient entre ces heures. Raccourcissez-la.",
  "more-meetings-than-time": "Il y a moins de créneaux que de rencontres par personne. Baissez ce nombre.",
  "hall-is-taken": "Un autre événement a cette salle à cette heure. Changez de salle ou d’heure.",
  "company-not-verified": "Cette entreprise n’est pas encore vérifiée.",
  "company-is-there": "Cette entreprise est déjà dans la liste.",
  "table-has-meetings": "Des rencontres sont annoncées à cette table. Passez par « Un changement », dans le planning.",
  "last-table": "C’est sa dernière table. Retirez plutôt l’entreprise.",
  "move-not-possible": "Cet événement est annulé. Rien ne peut plus y changer.",
  "no-company-yet": "Ajoutez d’abord une entreprise.",
  "already-begun": "Cet événement a déjà commencé.",
  "already-over": "Cet événement est passé.",
  "no-such-candidate": "Aucun compte de candidat n’a cette adresse.",
  "already-invited": "Cette personne est déjà invitée.",
  "shut-out": "Cette personne ne veut pas être vue par ces entreprises. Elle n’est pas invitée.",
  "no-offer-to-match": "Aucune offre n’est liée à cet événement. Invitez les personnes une par une.",
  "registrations-closed": "Les inscriptions sont closes. Appelez-nous, une place se libère parfois.",
  "candidates-only": "Seul un candidat peut s’inscrire. Votre compte est d’une autre sorte.",
  "already-elsewhere": "Cette personne a déjà un événement à ces heures. Il faut choisir l’un des deux.",
  "never-there": "Tous les créneaux sont cochés. Décochez ceux où la personne peut venir.",
  "wishIds:too-many": `Choisissez ${mostWishes} entreprises au plus.`,
  "nobody-yet": "Personne n’est encore inscrit. Le planning se calcule avec des inscrits.",
  "no-such-meeting": "Cette rencontre n’est plus dans le planning.",
  "publish-first": "Publiez d’abord l’événement.",
  "stale-timetable": "Quelque chose a changé depuis ce planning. Calculez-le de nouveau, puis relisez.",
  "nothing-announced": "Aucun horaire n’est encore annoncé. Calculez le planning, puis annoncez-le.",
  "meeting-not-begun": "Cette rencontre n’a pas commencé. Donnez votre avis après.",
  "person-not-there": "Cette personne n’est pas notée à l’entrée. Voyez l’accueil, puis recommencez.",
  "ask-first": "Ce changement concerne des personnes. Lisez ce qu’il change, puis confirmez.",
  "door-is-closed": "La porte de cet événement n’est pas ouverte à cette heure.",
  "not-a-code": "Le code a six lettres, sans I ni O.",
  "no-html": "Écrivez du texte simple, sans balises.",
};

export const datingNotices = {
  created: "Le job dating est créé. Vérifiez les tables, puis publiez-le.",
  companyAdded: "L’entreprise est ajoutée.",
  tablesChanged: "Les tables sont changées.",
  published: "Les inscriptions sont ouvertes. Les invitations partent.",
  cancelled: "L’événement est annulé. Les personnes inscrites sont prévenues.",
  registered: "Votre inscription est notée. Un mail vous donne votre code.",
  somebodyRegistered: "La personne est inscrite.",
  confirmed: "Votre inscription est confirmée.",
  left: "C’est noté, vous ne venez plus. Votre place va à une autre personne.",
  personLeft: "C’est noté. La place va à la personne suivante.",
  computed: "Le planning est calculé. Personne n’est encore prévenu.",
  steered: "C’est fait. Le planning a suivi.",
  announced: "Le planning est annoncé. Chacun reçoit ses horaires.",
  edited: "Le job dating est modifié. Les personnes concernées sont prévenues.",
  verdictKept: "Votre avis est noté.",
  arrivalUndone: "L’arrivée est effacée.",
  changed: "C’est fait. Les personnes concernées sont prévenues.",
} as const;

export const statusLabels: Record<JobDatingStatus, string> = {
  draft: "brouillon",
  published: "publié",
  cancelled: "annulé",
};

export const verdictLabels: Record<Verdict, string> = {
  next: "Poursuivre",
  hire: "Embaucher",
  no: "Ne pas poursuivre",
};

export const audienceLabels: Record<Audience, string> = {
  open: "Ouvert à tous",
  invited: "Sur invitation",
};

/** "n° 12", as on the badge and on the screens; never a name. */
export const sayBadge = ({ badge, code }: Pick<Registration, "badge" | "code">): string =>
  badge === null ? code.slice(0, 3) : String(badge);

/** "jeudi 3 décembre, de 9 h à 12 h". */
export const sayWhen = ({ day, opens, closes }: Pick<JobDating, "day" | "opens" | "closes">, today?: string): string =>
  `${sayDay(day, today)}, de ${sayClock(minutesOf(opens))} à ${sayClock(minutesOf(closes))}`;

export const sayWhere = ({ place, commune }: Pick<JobDating, "place" | "commune">): string =>
  `${place}, ${commune.name}`;

/** "9 h 15, table 2 : Fromagerie des Monts". */
export const sayMeeting = (dating: JobDating, { companyId, table, slot }: DatingMeeting): string =>
  `${slotLabel(dating, slot)} : ${nameOf(dating, companyId)}, table ${tableNumber(dating, companyId, table)}`;

export const slotLabel = (dating: JobDating, slot: number): string => slotsOf(dating)[slot]?.label ?? "";

export const nameOf = ({ companies }: JobDating, companyId: string): string =>
  companies.find((one) => one.companyId === companyId)?.name ?? "entreprise retirée";

/** Tables are numbered through the hall: people look for one number. */
export const tableNumber = ({ companies }: JobDating, companyId: string, table: number): number => {
  let number = 0;
  for (const company of companies)
    for (const one of company.tables) {
      number += 1;
      if (company.companyId === companyId && one.number === table) return number;
    }
  return table;
};

export const sayCompanies = ({ companies }: JobDating): string => saySome(companies.map(({ name }) => name));

/** "A, B et 12 autres". */
export const saySome = (names: readonly string[]): string =>
  names.length <= 3 ? sayList(names) : `${names.slice(0, 2).join(", ")} et ${names.length - 2} autres`;

/** "un job dating", "un forum". */
export const sayKind = ({ kind }: Pick<JobDating, "kind">): string => (kind === "forum" ? "un forum" : "un job dating");

/** What cancelling an event does, before it is pressed. */
export const sayCancelling = (registered: number): string =>
  registered === 0
    ? "Personne n’est inscrit : annuler ne prévient personne."
    : `Annuler prévient ${sayCount(registered, "personne inscrite", "personnes inscrites")}.`;
