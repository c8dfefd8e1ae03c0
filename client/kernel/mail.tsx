import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { typeset, typesetHtml } from "./typeset.ts";

/** One piece of a mail, said the same in HTML and in plain text. `href` is a path of the site, or a whole address. */
export type MailBlock =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "button"; readonly label: string; readonly href: string }
  | { readonly kind: "link"; readonly label: string; readonly href: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Words a person wrote: framed, and signed by who wrote them. */
  | { readonly kind: "quote"; readonly from: string; readonly text: string }
  | {
      readonly kind: "offer";
      readonly title: string;
      readonly href: string;
      readonly lines: readonly string[];
      readonly reasons: readonly string[];
    };

export type Mail = {
  readonly subject: string;
  /** The first line: why this person gets it. */
  readonly why: string;
  readonly blocks: readonly MailBlock[];
  /** For mails that can be stopped: where to pause or change them, and where to stop. */
  readonly manage?: readonly { readonly label: string; readonly href: string }[];
};

export type MailFrame = { readonly publicUrl: string; readonly phone: string; readonly territoryName: string };

export const renderMail = (mail: Mail, frame: MailFrame): { subject: string; html: string; text: string } => ({
  subject: typeset(mail.subject.replace(/\s+/g, " ").slice(0, 140)),
  html: typesetHtml(`<!doctype html>${renderToString(<MailDocument mail={mail} frame={frame} />)}`),
  text: typeset(plainText(mail, frame)),
});

const address = (frame: MailFrame, href: string): string => (href.startsWith("/") ? frame.publicUrl + href : href);

const plainText = (mail: Mail, frame: MailFrame): string =>
  [
    mail.why,
    ...mail.blocks.map((block) => plainBlock(block, frame)),
    `Une question ? Appelez le ${frame.phone}, c’est gratuit.`,
    ...(mail.manage ?? []).map(({ label, href }) => `${label} : ${address(frame, href)}`),
    `Élan Emploi, un service du Département (${frame.territoryName}).`,
  ].join("\n\n");

const plainBlock = (block: MailBlock, frame: MailFrame): string => {
  switch (block.kind) {
    case "text":
      return block.text;
    case "heading":
      return block.text.toUpperCase();
    case "code":
      return block.code;
    case "button":
    case "link":
      return `${block.label} :\n${address(frame, block.href)}`;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "quote":
      return `${block.from} écrit :\n${block.text.replace(/^/gm, "> ")}`;
    case "offer":
      return [
        block.title,
        ...block.lines,
        ...block.reasons.map((reason) => `  + ${reason}`),
        address(frame, block.href),
      ].join("\n");
  }
};

const styles = {
  page: "margin:0;padding:24px 12px;background:#faf8f3;color:#18211d;font:17px/1.55 'Segoe UI',Roboto,Arial,sans-serif",
  column: "width:100%;max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #dcd8cc;border-radius:10px",
  cell: "padding:24px",
  brand: "font-weight:700;font-size:20px;margin:0 0 16px;color:#0a4232",
  why: "margin:0 0 16px;color:#4d5852;font-size:15px",
  text: "margin:0 0 16px",
  code: "margin:0 0 16px;font-size:34px;font-weight:700;letter-spacing:6px",
  button:
    "display:inline-block;background:#0e5843;color:#ffffff;text-decoration:none;font-weight:600;padding:13px 22px;border-radius:10px",
  link: "color:#0e5843",
  offer: "margin:0 0 16px;padding:14px 16px;border:1px solid #dcd8cc;border-radius:10px",
  title: "margin:0;font-size:17px",
  reason: "color:#4d5852;font-size:15px",
  quote: "margin:0 0 16px;padding:4px 0 4px 14px;border-left:4px solid #dcd8cc;white-space:pre-line",
  foot: "margin:20px 0 0;padding-top:16px;border-top:1px solid #dcd8cc;color:#4d5852;font-size:14px",
} as const;

const dark = `@media (prefers-color-scheme: dark){body{background:#101613!important;color:#eef2ee!important}table{background:#18201c!important;border-color:#2c3732!important}p,div,h1,h2,li{color:#eef2ee!important}div{border-color:#2c3732!important}a{color:#7ad6b0!important}a[data-button]{color:#06231a!important;background:#7ad6b0!important}}`;

const MailDocument = ({ mail, frame }: { mail: Mail; frame: MailFrame }): VNode => (
  <html lang="fr">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <title>{mail.subject}</title>
      <style dangerouslySetInnerHTML={{ __html: dark }} />
    </head>
    <body style={styles.page}>
      <table role="presentation" style={styles.column}>
        <tr>
          <td style={styles.cell}>
            <p style={styles.brand}>Élan Emploi</p>
            <p style={styles.why}>{mail.why}</p>
            {mail.blocks.map((block) => (
              <Block block={block} frame={frame} />
            ))}
            <div style={styles.foot}>
              <p style={styles.text}>Une question ? Appelez le {frame.phone}, c’est gratuit.</p>
              {(mail.manage ?? []).map(({ label, href }) => (
                <p style={styles.text}>
                  <a style={styles.link} href={address(frame, href)}>
                    {label}
                  </a>
                </p>
              ))}
              Un service du Département ({frame.territoryName}).
            </div>
          </td>
        </tr>
      </table>
    </body>
  </html>
);

const Block = ({ block, frame }: { block: MailBlock; frame: MailFrame }): VNode => {
  switch (block.kind) {
    case "text":
      return <p style={styles.text}>{block.text}</p>;
    case "heading":
      return <h2 style={styles.text}>{block.text}</h2>;
    case "code":
      return <p style={styles.code}>{block.code}</p>;
    case "button":
      return (
        <p style={styles.text}>
          <a data-button="" style={styles.button} href={address(frame, block.href)}>
            {block.label}
          </a>
        </p>
      );
    case "link":
      return (
        <p style={styles.text}>
          <a style={styles.link} href={address(frame, block.href)}>
            {block.label}
          </a>
        </p>
      );
    case "list":
      return (
        <ul style={styles.text}>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case "quote":
      return (
        <div>
          <p style={styles.why}>{block.from} écrit :</p>
          <div style={styles.quote}>{block.text}</div>
        </div>
      );
    case "offer":
      return (
        <div style={styles.offer}>
          <h2 style={styles.title}>
            <a style={styles.link} href={address(frame, block.href)}>
              {block.title}
            </a>
          </h2>
          {block.lines.map((line) => (
            <div>{line}</div>
          ))}
          {block.reasons.map((reason) => (
            <div style={styles.reason}>✓ {reason}</div>
          ))}
        </div>
      );
  }
};
