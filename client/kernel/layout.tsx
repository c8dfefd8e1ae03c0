import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { Icon } from "#client/design/icon.tsx";
import type { Actor } from "#shared/kernel/actor.ts";
import { Footer, Header, PhoneBar } from "./frame-parts.tsx";
import { nameWrongFields } from "./name-wrong-fields.ts";
import { typeset, typesetHtml } from "./typeset.ts";

/** What a page function gives: its words and its body. The frame around it depends on who reads. */
export type Page = {
  readonly title: string;
  readonly body: VNode;
  /** Which entry of the navigation is current. */
  readonly section?: string;
  /** Staff screens use the whole width. */
  readonly wide?: boolean;
  readonly jsonLd?: object;
  readonly status?: number;
  readonly robots?: "noindex";
  /** It shows what someone typed or sent: no cache keeps it, even before they have an account. */
  readonly personal?: true;
  /** It may ask for the camera (the door of an event); every other page is refused it. */
  readonly camera?: true;
  readonly canonical?: string;
  readonly description?: string;
  /** Islands to load, by name: `positioning-board`. */
  readonly scripts?: readonly string[];
};

export type Frame = {
  readonly actor: Actor;
  readonly phone: string;
  readonly territoryName: string;
  readonly inTerritory: string;
  readonly publicUrl: string;
  readonly assets: {
    readonly css: string;
    readonly fontCss: string;
    readonly script: string;
    readonly island: (name: string) => string;
  };
  readonly path: string;
  readonly saveData: boolean;
  /** A sentence about what was just done. */
  readonly notice: string | null;
};

/** The whole document. Text is escaped by Preact; JSON-LD has its "<" escaped here. */
export const renderPage = (page: Page, frame: Frame): string =>
  typesetHtml(nameWrongFields(`<!doctype html>${renderToString(<Document page={page} frame={frame} />)}`));

type Parts = { page: Page; frame: Frame };

const Document = ({ page, frame }: Parts): VNode => (
  <html lang="fr">
    <Head page={page} frame={frame} />
    <body class={page.wide ? "is-wide" : undefined}>
      <a class="skip" href="#contenu">
        Aller au contenu
      </a>
      <Header page={page} frame={frame} />
      <main id="contenu" tabIndex={-1}>
        <Notice>{frame.notice}</Notice>
        {page.body}
      </main>
      <Footer frame={frame} />
      <PhoneBar page={page} frame={frame} />
      <div class="vh" aria-live="polite" id="annonce" />
    </body>
  </html>
);

const Head = ({ page, frame }: Parts): VNode => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{`${page.title} — Élan Emploi`}</title>
    {page.description && <meta name="description" content={typeset(page.description)} />}
    {page.robots && <meta name="robots" content={page.robots} />}
    {page.canonical && <link rel="canonical" href={page.canonical} />}
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#18201c" media="(prefers-color-scheme: dark)" />
    <link rel="icon" href={mark} />
    <link rel="stylesheet" href={frame.assets.css} />
    {!frame.saveData && <link rel="stylesheet" href={frame.assets.fontCss} />}
    <script src={frame.assets.script} type="module" />
    {(page.scripts ?? []).map((name) => (
      <script key={name} src={frame.assets.island(name)} type="module" />
    ))}
    {page.jsonLd && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: escapeJson(page.jsonLd) }} />}
  </head>
);

/** The rising accent on pine: it travels with the page, one request less. */
const mark = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0e5843"/><path d="M11 14h11M11 20h8M11 26h11M11 14v12" stroke="#fff" stroke-width="3.4" stroke-linecap="round"/><path d="m14 8 7-3" stroke="#f4b63f" stroke-width="3.6" stroke-linecap="round"/></svg>',
)}`;

const escapeJson = (value: object): string => JSON.stringify(value).replace(/</g, "\\u003c");

const Notice = ({ children }: { children: ComponentChildren }): VNode | null =>
  children ? (
    <div class="wrap">
      <p class="notice done" role="status">
        {children}
      </p>
    </div>
  ) : null;

/** The free number, at the same place on every page and in every mail. */
export const Call = ({ phone }: { phone: string }): VNode => (
  <a class="call" href={`tel:${phone.replace(/\s/g, "")}`}>
    <Icon name="phone" />
    <span>
      {phone} <small>appel gratuit</small>
    </span>
  </a>
);
