import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, EmptyState, Notice } from "#client/design/card.tsx";
import { Table } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { plural, sayCount, sayNumber } from "#client/kernel/say.tsx";
import { notedNowhere } from "#shared/messages/back-office-contracts.ts";
import type { DispatchReason, ResendableState } from "#shared/messages/dispatch-reasons.ts";
import { mailKindLabels, reasonNotNoted, reasonWords } from "./back-office-words.ts";
import { type RefusedSetting, RefusedSettings } from "./refused-settings.tsx";

export type ResendableGroup = {
  readonly state: ResendableState;
  readonly reason: DispatchReason | null;
  readonly count: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
};

const stopped: Record<ResendableState, (count: number) => string> = {
  bounced: (count) => sayCount(count, "courrier pas envoyé", "courriers pas envoyés"),
  unknown: (count) => sayCount(count, "courrier au sort inconnu", "courriers au sort inconnu"),
};

/** "Renvoyer ce courrier", "Renvoyer ces 24 courriers". */
const sendThem = (count: number): string =>
  `Renvoyer ${plural(count, "ce courrier", `ces ${sayNumber(count)} courriers`)}`;

const whyOf = ({ reason }: Pick<ResendableGroup, "reason">): string =>
  reason === null ? reasonNotNoted : reasonWords[reason];

const list = "/admin/courriers";

/** What stopped for a same reason is decided once, not a mail at a time. */
export const ResendableGroups = ({ groups }: { groups: readonly ResendableGroup[] }): VNode | null =>
  groups.length === 0 ? null : (
    <section class="stack-s" aria-labelledby="a-renvoyer">
      <h2 id="a-renvoyer">À renvoyer, ou à laisser</h2>
      <ul class="stack-s">
        {groups.map((group) => (
          <Card as="li" key={addressOf(group)}>
            <p>
              <b>{stopped[group.state](group.count)}.</b> {whyOf(group)}
            </p>
            <p>
              <ButtonLink
                kind="plain"
                small
                href={addressOf(group)}
                label={`${sendThem(group.count)} : ${whyOf(group)}`}
              >
                {sendThem(group.count)}
              </ButtonLink>
            </p>
          </Card>
        ))}
      </ul>
    </section>
  );

const addressOf = ({ state, reason }: ResendableGroup): string =>
  `${list}/renvoi?${new URLSearchParams({ etat: state, raison: reason ?? notedNowhere })}`;

type Asked = {
  /** Null when none is left. */
  readonly group: ResendableGroup | null;
  /** What ends later is not among those that were counted. */
  readonly until: string;
  readonly refused: readonly RefusedSetting[];
};

export const resendAllPage = ({ group, until, refused }: Asked): Page => ({
  title: "Renvoyer des courriers",
  section: "mails",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb links={[{ href: list, label: "Courriers" }]} here="Renvoyer" />
      {group === null ? (
        <>
          <h1>Renvoyer des courriers</h1>
          <EmptyState title="Plus rien à renvoyer ici">
            <p>
              Ces courriers sont repartis, ou leur texte est effacé. <a href={list}>Voir tous les courriers</a>
            </p>
          </EmptyState>
        </>
      ) : (
        <Confirmation group={group} until={until} refused={refused} />
      )}
    </div>
  ),
});

const Confirmation = ({ group, until, refused }: Asked & { group: ResendableGroup }): VNode => (
  <>
    <h1>{sendThem(group.count)} ?</h1>
    <p>{whyOf(group)}</p>
    <RefusedSettings settings={refused} />
    <Table
      caption="Ce qui repart, par sorte de courrier"
      rows={group.kinds}
      rowKey={({ kind }) => kind}
      columns={[
        { title: "Courrier", cell: ({ kind }) => <b>{mailKindLabels[kind] ?? kind}</b> },
        { title: "Nombre", number: true, cell: ({ count }) => sayNumber(count) },
      ]}
    />
    {group.state === "unknown" ? (
      <Notice>
        <p>Certains sont peut-être déjà arrivés : ces personnes les liront deux fois.</p>
      </Notice>
    ) : (
      <p class="soft">Chacun part une fois. Ceux qui ne servent plus ne partent pas.</p>
    )}
    <Form
      action={`${list}/renvoi`}
      hidden={{ state: group.state, reason: group.reason ?? notedNowhere, until }}
      class="row"
    >
      <Button>{sendThem(group.count)}</Button>
      <ButtonLink kind="plain" href={list}>
        Ne rien renvoyer
      </ButtonLink>
    </Form>
  </>
);
