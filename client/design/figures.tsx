import type { ComponentChildren, VNode } from "preact";

export type Figure = { readonly value: string; readonly what: ComponentChildren; readonly href?: string };

/** A few numbers that say where things stand. */
export const Figures = ({ figures }: { figures: readonly Figure[] }): VNode => (
  <ul class="figures">
    {figures.map(({ value, what, href }, index) => (
      <li key={index} class="card">
        <b class="figure num">{value}</b>
        {href ? <a href={href}>{what}</a> : <span>{what}</span>}
      </li>
    ))}
  </ul>
);
