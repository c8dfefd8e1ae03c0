import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Card } from "#client/design/card.tsx";
import { sayWhen, sayWhere } from "#client/events/dating-words.ts";
import { sayList } from "#client/kernel/say.tsx";
import type { Stand } from "#shared/events/forums/forum.ts";
import type { JobDating } from "#shared/events/job-dating.ts";

export type OwnForum = { readonly forum: JobDating; readonly stands: readonly Stand[] };

/** A forum a company comes to, among its events. */
export const OneForum = ({ own: { forum, stands }, today }: { own: OwnForum; today: string }): VNode => (
  <Card as="li">
    <h2 class="h3">{forum.title}</h2>
    <p>
      <b>{sayWhen(forum, today)}</b>, {sayWhere(forum)}
    </p>
    <p class="soft">Votre stand : {sayList(stands.map(({ number }) => String(number)))}</p>
    <p>
      <ButtonLink
        kind={forum.day < today ? "plain" : "second"}
        href={`/employeur/forums/${forum.id}`}
        label={`Ouvrir mon stand : ${forum.title}`}
      >
        Ouvrir mon stand
      </ButtonLink>
    </p>
  </Card>
);
