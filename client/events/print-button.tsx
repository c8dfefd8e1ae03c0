import type { VNode } from "preact";

/** Without script the browser's own menu prints as well. */
export const PrintButton = (): VNode => (
  <p class="no-print row">
    <button type="button" class="button needs-script" data-print="">
      Imprimer
    </button>
    <span class="small soft">Format A4, sans les en-têtes du navigateur.</span>
  </p>
);
