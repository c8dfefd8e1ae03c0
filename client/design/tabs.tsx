import type { VNode } from "preact";

export type Tab = { readonly href: string; readonly label: string; readonly count?: number; readonly current: boolean };

/** Views of one subject, each at its own address. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }): VNode => (
  <nav class="tabs" aria-label={label}>
    {tabs.map(({ href, label: words, count, current }) => (
      <a key={href} href={href} aria-current={current ? "page" : undefined}>
        {words}
        {count !== undefined && <span class="faint num"> {count}</span>}
      </a>
    ))}
  </nav>
);
