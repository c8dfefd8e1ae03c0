import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Notice } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import type { Day } from "#shared/kernel/calendar.ts";

/** What the mail announced, and the press that takes it back. */
export const ForgottenNotice = ({ on, action }: { on: Day | null; action: string }): VNode | null =>
  on === null ? null : (
    <Notice>
      <div class="stack-s">
        <p>
          Sans nouvelle de vous, vos alertes seront effacées le {sayDay(on)} {on.slice(0, 4)}.
        </p>
        <Form action={action}>
          <Button>Garder mes alertes</Button>
        </Form>
      </div>
    </Notice>
  );
