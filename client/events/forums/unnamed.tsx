import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { JobDating } from "#shared/events/job-dating.ts";

type Props = {
  readonly dating: Pick<JobDating, "id">;
  readonly open: boolean;
  readonly unnamed: number;
  readonly unnamedKey: string;
};

/** Somebody comes in and gives no name: one press, and one to take it back. */
export const Unnamed = ({ dating, open, unnamed, unnamedKey }: Props): VNode => (
  <section class="stack-s" aria-labelledby="sans-nom" data-door-unnamed-count={unnamed}>
    <h2 id="sans-nom">Sans nom</h2>
    <p class="num">
      Entrées sans nom : <b data-door-unnamed-shown="">{unnamed}</b>
    </p>
    {open && (
      <div class="row">
        <Form
          action={`/bureau/evenements/${dating.id}/sans-nom`}
          hidden={{ key: unnamedKey }}
          class="inline door-unnamed"
        >
          <Button>Une personne de plus</Button>
        </Form>
        {/* There from the start, for whoever presses once too often without script. */}
        <Form action={`/bureau/evenements/${dating.id}/sans-nom/annulation`} class="inline door-unnamed">
          <Button kind="plain">Une de moins</Button>
        </Form>
      </div>
    )}
  </section>
);
