import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Facts } from "#client/design/card.tsx";
import { PrintButton } from "#client/events/print-button.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import { NumberField } from "#client/kernel/text-fields.tsx";
import type { ActionBalance } from "#shared/events/actions/action-rules.ts";
import { attendances, type CollectiveAction, outcomes } from "#shared/events/actions/collective-action.ts";
import {
  actionKindLabels,
  attendanceLabels,
  momentLabels,
  outcomeLabels,
  sayAction,
  sayBeneficiaries,
  stepLabels,
} from "./action-words.ts";

type Props = FormState & { action: CollectiveAction; balance: ActionBalance; today: string };

/** The balance of one action, on screen and on paper; figures only, no name. */
export const balancePage = ({ action, balance, today, ...shown }: Props): Page => ({
  title: `Bilan, ${action.title}`,
  section: "events",
  robots: "noindex",
  body: (
    <div class="wrap body stack">
      <Breadcrumb
        links={[
          { href: "/bureau/actions", label: "Actions collectives" },
          { href: `/bureau/actions/${action.id}`, label: action.title },
        ]}
        here="Bilan"
      />
      <h1>Bilan : {action.title}</h1>
      <p class="soft">
        {actionKindLabels[action.kind]}, {sayAction(action)}. Bilan du {sayDay(today)}.
      </p>
      <PrintButton />
      <p class="no-print">
        <a href={`/bureau/actions/${action.id}/bilan.csv`}>Télécharger les chiffres (CSV)</a>
      </p>
      <Facts
        facts={[
          ["Personnes à qui l’action a été proposée", balance.proposed],
          ["Ont dit oui", balance.accepted],
          ["Sont venues à une étape au moins", balance.participants],
          ["Dont bénéficiaires du RSA", sayBeneficiaries(balance)],
        ]}
      />
      <Steps action={action} balance={balance} />
      <Results balance={balance} />
      <BeneficiariesForm actionId={action.id} {...shown} />
      <p class="small soft">
        Sorties positives : emploi durable, emploi de transition ou formation qualifiante, parmi les personnes venues
        dont la situation est connue (circulaire DGEFP n° 2008-21).
      </p>
    </div>
  ),
});

const BeneficiariesForm = ({ actionId, typed, errors }: FormState & { actionId: string }): VNode => (
  <Form action={`/bureau/actions/${actionId}/beneficiaires`}>
    <ErrorSummary errors={errors} />
    <NumberField
      name="beneficiaries"
      label="Parmi les personnes venues, combien reçoivent le RSA ?"
      hint="Un nombre pour tout le groupe, jamais des noms. Il est montré s’il y a au moins 5 bénéficiaires et 5 autres personnes. Laissez vide pour l’effacer."
      required={false}
      typed={typed}
      errors={errors}
    />
    <Button kind="second">Noter ce nombre</Button>
  </Form>
);

type Shown = Pick<Props, "action" | "balance">;

const Steps = ({ action, balance }: Shown): VNode => (
  <section class="stack-s">
    <h2 class="h3">Présences, étape par étape</h2>
    <table class="people">
      <caption class="vh">Présences, étape par étape</caption>
      <thead>
        <tr>
          <th scope="col">Étape</th>
          {attendances.map((was) => (
            <th key={was} scope="col" class="n">
              {attendanceLabels[was]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {action.steps.map(({ id, kind, day }) => (
          <tr key={id}>
            <td>
              {stepLabels[kind]}, {sayDay(day)}
            </td>
            {attendances.map((was) => (
              <td key={was} class="n" data-title={attendanceLabels[was]}>
                {balance.steps.find(({ stepId }) => stepId === id)?.counts[was] ?? 0}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

const Results = ({ balance }: { balance: ActionBalance }): VNode => (
  <section class="stack-s">
    <h2 class="h3">Ce que sont devenues les personnes</h2>
    <table class="people">
      <caption class="vh">Ce que sont devenues les personnes</caption>
      <thead>
        <tr>
          <th scope="col">Situation</th>
          {balance.moments.map(({ moment }) => (
            <th key={moment} scope="col" class="n">
              {momentLabels[moment]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outcomes.map((outcome) => (
          <Row key={outcome} label={outcomeLabels[outcome]} balance={balance} of={(one) => one.outcomes[outcome]} />
        ))}
        <Row label="Situations connues" balance={balance} of={({ known }) => known} />
        <Row label="Contrats signés" balance={balance} of={({ contracts }) => contracts} />
        <Row label="Sorties positives" balance={balance} of={({ positiveShare }) => sayShare(positiveShare)} />
      </tbody>
    </table>
  </section>
);

type Moment = ActionBalance["moments"][number];
type RowProps = { label: string; balance: ActionBalance; of: (one: Moment) => string | number };

const Row = ({ label, balance, of }: RowProps): VNode => (
  <tr>
    <td>{label}</td>
    {balance.moments.map((one) => (
      <td key={one.moment} class="n" data-title={momentLabels[one.moment]}>
        {of(one)}
      </td>
    ))}
  </tr>
);

const sayShare = (share: number | null): string => (share === null ? "pas encore" : `${Math.round(share * 100)} %`);
