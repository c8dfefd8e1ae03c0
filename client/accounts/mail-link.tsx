import type { VNode } from "preact";

/** An address to write to; where it is too long for its column, it goes on under its @, never within a word. */
export const MailLink = ({ email }: { email: string }): VNode => {
  const at = email.lastIndexOf("@") + 1;
  return (
    <a class="mail-address" href={`mailto:${email}`}>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </a>
  );
};
