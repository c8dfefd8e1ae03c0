import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Notice } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import { mailsPerStep } from "#shared/alerts/alert-pace.ts";

/** Why mails come less often than was asked, and the press that undoes it. */
export const SlowedNotice = ({ unseen, action }: { unseen: number; action: string }): VNode | null =>
  unseen < mailsPerStep ? null : (
    <Notice>
      <div class="stack-s">
        <p>Nos {unseen} derniers mails sont restés sans clic ni visite. Nous vous écrivons donc moins souvent.</p>
        <Form action={action}>
          <Button>Reprendre le rythme d’avant</Button>
        </Form>
      </div>
    </Notice>
  );
