import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Tag, type Tone } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Table } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import { sayMoment } from "#client/kernel/say.tsx";
import type { DispatchReason } from "#shared/messages/dispatch-reasons.ts";
import { dispatchStateLabels, lateReasons, mailKindLabels, reasonNotNoted, reasonWords } from "./back-office-words.ts";

type State = keyof typeof dispatchStateLabels;

export type MailLine = {
  readonly id: string;
  readonly kind: string;
  readonly policy: string;
  readonly to: string;
  readonly state: State;
  readonly reason: DispatchReason | null;
  readonly lastError: string | null;
  readonly maySendAgain: boolean;
  readonly createdAt: string;
};

const tones: Record<State, Tone> = {
  pending: "plain",
  sending: "sky",
  sent: "pine",
  bounced: "clay",
  unknown: "saffron",
};

export const MailTable = ({ mails }: { mails: readonly MailLine[] }): VNode => (
  <Table
    caption="Courriers, du plus récent au plus ancien"
    rows={mails}
    rowKey={({ id }) => id}
    columns={[
      { title: "Courrier", cell: ({ kind }) => <b>{mailKindLabels[kind] ?? kind}</b> },
      { title: "À", cell: ({ to }) => <span class="breakable">{to || "adresse effacée"}</span> },
      { title: "Écrit", cell: ({ createdAt }) => sayMoment(createdAt) },
      { title: "État", cell: (mail) => <Tag tone={tones[mail.state]}>{stateOf(mail)}</Tag> },
      { title: "Pourquoi", cell: (mail) => <Why {...mail} /> },
      { title: "Renvoyer", quiet: true, cell: (mail) => <SendAgain {...mail} /> },
    ]}
  />
);

const stateOf = ({ state, reason }: MailLine): string => {
  if (reason !== null && lateReasons.includes(reason)) return "trop tard";
  return dispatchStateLabels[state];
};

const Why = ({ reason, lastError }: MailLine): VNode | null => {
  if (reason === null && lastError === null) return null;
  return (
    <div class="small soft">
      {reason === null ? reasonNotNoted : reasonWords[reason]}
      {lastError !== null && (
        <Details summary="Détail technique">
          <code class="breakable">{lastError}</code>
        </Details>
      )}
    </div>
  );
};

const SendAgain = ({ id, state, kind, maySendAgain }: MailLine): VNode | null => {
  if (!maySendAgain) return null;
  const words = state === "unknown" ? "Renvoyer, au risque d’un double" : "Renvoyer";
  return (
    <Form action={`/admin/courriers/${id}/renvoi`}>
      <Button kind="plain" small label={`${words} : ${mailKindLabels[kind] ?? kind}`}>
        {words}
      </Button>
    </Form>
  );
};
