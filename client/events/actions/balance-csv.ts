import type { ActionBalance } from "#shared/events/actions/action-rules.ts";
import { attendances, type CollectiveAction, outcomes } from "#shared/events/actions/collective-action.ts";
import { csvOf } from "#shared/events/csv.ts";
import { attendanceLabels, momentLabels, outcomeLabels, sayBeneficiaries, stepLabels } from "./action-words.ts";

/** The balance as a spreadsheet of the country opens it: byte order mark, semicolons, one figure a line. */
export const balanceCsv = (action: CollectiveAction, balance: ActionBalance): string => {
  const rows: (readonly (string | number)[])[] = [
    ["Action", "Rubrique", "Détail", "Nombre"],
    [action.title, "Personnes", "Proposées", balance.proposed],
    [action.title, "Personnes", "Ont dit oui", balance.accepted],
    [action.title, "Personnes", "Venues à une étape au moins", balance.participants],
    [action.title, "Personnes", "Bénéficiaires du RSA", sayBeneficiaries(balance)],
    ...action.steps.flatMap(({ id, kind, day }) =>
      attendances.map((was) => [
        action.title,
        `${stepLabels[kind]} du ${day}`,
        attendanceLabels[was],
        balance.steps.find(({ stepId }) => stepId === id)?.counts[was] ?? 0,
      ]),
    ),
    ...balance.moments.flatMap((one) => [
      ...outcomes.map((outcome) => [
        action.title,
        momentLabels[one.moment],
        outcomeLabels[outcome],
        one.outcomes[outcome],
      ]),
      [action.title, momentLabels[one.moment], "Contrats signés", one.contracts],
      [
        action.title,
        momentLabels[one.moment],
        "Sorties positives, en %",
        one.positiveShare === null ? "" : Math.round(one.positiveShare * 100),
      ],
    ]),
  ];
  return csvOf(rows);
};
