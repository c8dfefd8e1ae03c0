import type { VNode } from "preact";
import { QrCode } from "#client/design/qr-code.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import { isForum } from "#shared/events/forums/forum.ts";
import type { DatingMeeting, JobDating, Registration } from "#shared/events/job-dating.ts";
import { nameOf, sayBadge, sayWhen, sayWhere, slotLabel, tableNumber } from "./dating-words.ts";
import { printedPage } from "./printed-page.tsx";

export type Badge = {
  readonly registration: Registration;
  readonly meetings: readonly DatingMeeting[];
  readonly doorUrl: string;
};

/** A number, never a name: what one wears is read by everybody in the hall. */
export const badgesPage = ({ dating, badges }: { dating: JobDating; badges: readonly Badge[] }): Page =>
  printedPage({
    title: "Badges",
    event: dating,
    about: (
      <p>
        {sayCount(badges.length, "badge", "badges")}, six à huit par feuille. Un badge porte un numéro, jamais un nom :
        tout le monde le lit.
      </p>
    ),
    count: badges.length,
    empty: { title: "Aucun badge à imprimer", text: "Personne n’a encore de place." },
    sheets: (
      <ul class="badges">
        {badges.map((badge) => (
          <OneBadge key={badge.registration.id} dating={dating} badge={badge} />
        ))}
      </ul>
    ),
  });

type BadgeProps = { dating: JobDating; badge: Badge };

const OneBadge = ({ dating, badge: { registration, meetings, doorUrl } }: BadgeProps): VNode => (
  <li class="badge">
    <div class="badge-head">
      <b class="badge-number">{sayBadge(registration)}</b>
      <span class="small">
        {dating.title}
        <br />
        {sayWhen(dating)}
        <br />
        {sayWhere(dating)}
      </span>
    </div>
    <div class="badge-body">
      <QrCode text={doorUrl} label={`Image du code ${registration.code}`} />
      <div>
        <p>
          Code <b>{registration.code}</b>
        </p>
        {isForum(dating) ? (
          <p class="small">À un stand, donnez ce code si vous le voulez.</p>
        ) : meetings.length === 0 ? (
          <p class="small">Rencontres : à voir à l’accueil.</p>
        ) : (
          <ul class="small">
            {meetings.map((meeting) => (
              <li key={meeting.slot}>{sayShort(dating, meeting)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </li>
);

const sayShort = (dating: JobDating, { companyId, table, slot }: DatingMeeting): string =>
  `${slotLabel(dating, slot)}, table ${tableNumber(dating, companyId, table)} : ${nameOf(dating, companyId)}`;
