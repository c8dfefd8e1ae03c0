import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Notice } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import { sayMoment } from "#client/kernel/say.tsx";
import type { CompanyMerge } from "#shared/companies/company-merge.ts";

/** Two files became one: for a day, it can be taken back. */
export const MergeNotice = ({ merge }: { merge: CompanyMerge }): VNode =>
  merge.status === "merged" ? (
    <Notice kind="done">
      <Form action={`/bureau/entreprises/fusions/${merge.id}/annulation`} class="row spread">
        <span class="breakable">
          La fiche « {merge.goneName} » est réunie ici. Vous pouvez l’annuler jusqu’au {sayMoment(merge.undoUntil)}.
        </span>
        <Button kind="plain" small>
          Séparer les deux fiches
        </Button>
      </Form>
    </Notice>
  ) : (
    <Notice>
      <p>
        {merge.status === "merging"
          ? `La fiche « ${merge.goneName} » rejoint celle-ci. Cela prend quelques secondes.`
          : `La fiche « ${merge.goneName} » se sépare de celle-ci. Cela prend quelques secondes.`}
      </p>
      <p class="small">
        <a href={`/bureau/entreprises/${merge.keptId}`}>Recharger la fiche</a>
      </p>
    </Notice>
  );
