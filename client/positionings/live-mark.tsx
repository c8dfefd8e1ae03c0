import type { VNode } from "preact";
import type { Errors } from "#client/kernel/form.tsx";

/** Says whether the page follows what happens; the island keeps it true. Without script, it says nothing. */
export const LiveMark = (): VNode => (
  <span class="small soft num" data-live-state="" hidden>
    <span class="pulse" aria-hidden="true" />
    <span data-live-words="">en direct</span>
  </span>
);

/** Where a live page reads itself again: after a refused form, the browser's address is the form's, which has no page. */
export const readAgainAt = (address: string, errors: Errors): { "data-desk-address"?: string } =>
  Object.keys(errors).length > 0 ? { "data-desk-address": address } : {};
