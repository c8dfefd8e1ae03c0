import type { ComponentChildren, VNode } from "preact";

export type Tone = "plain" | "pine" | "saffron" | "clay" | "sky";

export const Card = ({
  children,
  tone = "plain",
  as: Tag = "div",
}: {
  children: ComponentChildren;
  tone?: Tone;
  as?: "div" | "li" | "article" | "section" | "aside";
}): VNode => <Tag class={`card stack-s${tone === "plain" ? "" : ` edge-${tone}`}`}>{children}</Tag>;

export const Tag = ({ children, tone = "plain" }: { children: ComponentChildren; tone?: Tone }): VNode => (
  <span class={tone === "plain" ? "tag" : `tag ${tone}`}>{children}</span>
);

/** `done`: it worked; `act`: something is asked of the person; `wrong`: something failed. */
export const Notice = ({
  children,
  kind = "act",
}: {
  children: ComponentChildren;
  kind?: "done" | "act" | "wrong";
}): VNode => <div class={`notice ${kind === "act" ? "" : kind === "wrong" ? "wrong-box" : "done"}`}>{children}</div>;

/** Nothing here yet: says so, and what to do. */
export const EmptyState = ({ title, children }: { title: string; children: ComponentChildren }): VNode => (
  <div class="empty stack-s">
    <p class="h3">{title}</p>
    {children}
  </div>
);

export const Breadcrumb = ({
  links,
  here,
}: {
  links: readonly { href: string; label: string }[];
  here: string;
}): VNode => (
  <nav aria-label="Fil d’Ariane" class="small crumbs">
    {links.map(({ href, label }) => (
      <span key={href}>
        <a href={href}>{label}</a> ›{" "}
      </span>
    ))}
    <span aria-current="page">{here}</span>
  </nav>
);

/** Terms and what they are: pay, hours, place. */
export const Facts = ({ facts }: { facts: readonly (readonly [string, ComponentChildren])[] }): VNode => (
  <dl class="facts">
    {facts.map(([term, value]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
