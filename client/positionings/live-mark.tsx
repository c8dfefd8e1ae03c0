import type { VNode } from "preact";

/** Says whether the page follows what happens; the island keeps it true. Without script, it says nothing. */
export const LiveMark = (): VNode => (
  <span class="small soft num" data-live-state="" hidden>
    <span class="pulse" aria-hidden="true" />
    <span data-live-words="">en direct</span>
  </span>
);
