import { sayDay } from "#client/kernel/say.tsx";
import { type ActionBalance, lastDayOf } from "#shared/events/actions/action-rules.ts";
import type {
  ActionKind,
  ActionStepKind,
  Attendance,
  CollectiveAction,
  Outcome,
  ParticipationStatus,
  ResultMoment,
} from "#shared/events/actions/collective-action.ts";

export const actionWords: Readonly<Record<string, string>> = {
  "kind:required": "Choisissez une action.",
  "title:required": "Donnez un titre à l’action.",
  "commune:required": "Écrivez le nom de la commune.",
  "places:required": "Dites combien il y a de places.",
  "stepKind:required": "Choisissez une étape.",
  "day:required": "Choisissez le jour de l’étape.",
  "email:required": "Écrivez l’adresse mail de la personne.",
  "outcome:required": "Choisissez une situation avant de noter.",
  "action-is-over": "Cette action est terminée ou annulée.",
  "proposed-already": "Cette action lui a déjà été proposée.",
  "nobody-there": "Aucun candidat n’a cette adresse. Vérifiez-la, ou aidez la personne à créer son compte.",
  "step-is-there": "Cette étape est déjà prévue ce jour-là.",
  "step-not-yet": "Cette étape n’a pas encore eu lieu.",
  "more-than-came": "Ce nombre est plus grand que le nombre de personnes venues.",
  "result-not-yet": "Ce point n’est pas encore à noter.",
  "link-is-over": "Ce lien n’est plus valable. Connectez-vous, ou appelez-nous.",
};

export const actionNotices = {
  created: "L’action est créée. Ajoutez ses étapes et ses personnes.",
  stepAdded: "L’étape est ajoutée.",
  proposed: "C’est proposé. La personne reçoit un mail et répond.",
  attended: "Les présences sont notées.",
  recorded: "Le résultat est noté.",
  counted: "Le nombre est noté.",
  cancelled: "L’action est annulée. Les personnes qui avaient dit oui sont prévenues.",
  yes: "C’est noté : vous avez dit oui.",
  no: "C’est noté : vous avez dit non.",
  leave: "C’est noté : vous arrêtez. Votre place va à une autre personne.",
} as const;

export const actionKindLabels: Record<ActionKind, string> = {
  keys: "Clés de l’emploi",
  pass: "Pass pour l’emploi",
  workshop: "Atelier",
};

export const stepLabels: Record<ActionStepKind, string> = {
  informationMeeting: "Réunion d’information",
  cvWorkshop: "Atelier CV",
  interviewTraining: "Entraînement à l’entretien",
  companyVisit: "Visite d’entreprise",
  jobDating: "Job dating",
  other: "Autre étape",
};

export const attendanceLabels: Record<Attendance, string> = {
  present: "Présent",
  absent: "Absent",
  excused: "Excusé",
};

export const outcomeLabels: Record<Outcome, string> = {
  permanent: "CDI",
  longFixedTerm: "CDD de 6 mois ou plus",
  ownBusiness: "Création d’entreprise",
  shortFixedTerm: "CDD de moins de 6 mois",
  temporaryWork: "Intérim",
  training: "Formation qualifiante",
  searching: "Cherche encore",
  stopped: "A arrêté l’action",
  unknown: "Sans nouvelles",
};

export const momentLabels: Record<ResultMoment, string> = {
  end: "À la fin",
  M6: "À 6 mois",
  M12: "À 12 mois",
};

/** A small number would tell who is who; so would a number that leaves few others. */
export const sayBeneficiaries = ({ beneficiaries, beneficiariesTyped }: Beneficiaries): string =>
  beneficiaries !== null ? String(beneficiaries) : beneficiariesTyped ? "non montré" : "pas encore noté";

type Beneficiaries = Pick<ActionBalance, "beneficiaries" | "beneficiariesTyped">;

export const participationLabels: Record<ParticipationStatus, string> = {
  proposed: "n’a pas encore répondu",
  accepted: "a dit oui",
  declined: "a dit non",
  left: "a arrêté",
};

export const sayAction = ({ commune, steps }: CollectiveAction, today?: string): string => {
  const first = steps.map(({ day }) => day).sort()[0];
  const last = lastDayOf({ steps });
  if (!first || !last) return `${commune.name}, dates à venir`;
  if (first === last) return `${commune.name}, ${sayDay(first, today)}`;
  return `${commune.name}, du ${sayDay(first, today)} au ${sayDay(last, today)}`;
};
