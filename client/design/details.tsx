import type { ComponentChildren, VNode } from "preact";

type Fold = { summary: ComponentChildren; open?: boolean; class?: string; children: ComponentChildren };

/** A fold: what is not needed by most, one press away. */
export const Details = ({ summary, open = false, children, ...rest }: Fold): VNode => (
  <details class={rest.class ?? "fold"} open={open}>
    <summary>{summary}</summary>
    <div class="stack">{children}</div>
  </details>
);
