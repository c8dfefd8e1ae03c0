import type { ComponentChildren, VNode } from "preact";

export type ButtonKind = "primary" | "second" | "plain" | "danger" | "link";

type Look = { kind?: ButtonKind; small?: boolean; wide?: boolean };

const classOf = ({ kind = "primary", small, wide }: Look): string =>
  [kind === "link" ? "link" : "button", kind !== "primary" && kind !== "link" && kind, small && "small", wide && "full"]
    .filter(Boolean)
    .join(" ");

type ButtonProps = Look & {
  name?: string;
  value?: string;
  formAction?: string;
  label?: string;
  children: ComponentChildren;
};

/** Sends its form. Its words say what will happen; `label` completes them where the same words repeat in a list. */
export const Button = ({ name, value, formAction, label, children, ...look }: ButtonProps): VNode => (
  <button type="submit" class={classOf(look)} name={name} value={value} formAction={formAction} aria-label={label}>
    {children}
  </button>
);

export const ButtonLink = ({
  href,
  label,
  children,
  ...look
}: Look & { href: string; label?: string; children: ComponentChildren }): VNode => (
  <a class={classOf(look)} href={href} aria-label={label}>
    {children}
  </a>
);
