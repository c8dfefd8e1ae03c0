import type { VNode } from "preact";
import { Icon } from "#client/design/icon.tsx";
import { isStaff } from "#shared/kernel/actor.ts";
import type { Frame, Page } from "./layout.tsx";
import { Call } from "./layout.tsx";
import { type NavigationEntry, navigation } from "./navigation.ts";

type Parts = { page: Page; frame: Frame };

const Brand = (): VNode => (
  <a class="brand" href="/">
    <span class="vh">Élan Emploi, accueil</span>
    <b aria-hidden="true">
      <i>E</i>lan
    </b>
    <span aria-hidden="true">Emploi</span>
  </a>
);

export const Header = ({ page, frame }: Parts): VNode => (
  <header class="top">
    <div class={page.wide || isLong(navigation[frame.actor.role]) ? "wrap wide" : "wrap"}>
      <Brand />
      <nav aria-label="Principal">
        {navigation[frame.actor.role]
          .filter(({ section }) => section !== "sign-in")
          .map((entry) => (
            <NavLink key={entry.href} entry={entry} current={page.section} />
          ))}
      </nav>
      <Call phone={frame.phone} />
      <WhoAmI frame={frame} />
    </div>
  </header>
);

/** Six entries, a telephone and a name need the whole width to stay on one line. */
const isLong = (entries: readonly NavigationEntry[]): boolean => entries.length > 5;

const NavLink = ({ entry, current }: { entry: NavigationEntry; current: string | undefined }): VNode => (
  <a href={entry.href} aria-current={entry.section === current ? "page" : undefined}>
    {entry.label}
  </a>
);

const WhoAmI = ({ frame }: { frame: Frame }): VNode =>
  frame.actor.role === "visitor" ? (
    <a class="button small hide-small" href="/connexion">
      Se connecter
    </a>
  ) : (
    <div class="who hide-small">
      {isStaff(frame.actor) && (
        <a class="small find" href="/bureau/recherche" data-search-link="" title="Chercher (touche /)">
          <Icon name="search" />
          <span>Chercher</span>
        </a>
      )}
      <a class="small" href="/mon-compte">
        {frame.actor.firstName} {frame.actor.lastName.slice(0, 1)}.
      </a>
      <SignOut />
    </div>
  );

const SignOut = (): VNode => (
  <form method="post" action="/deconnexion">
    <button class="link small" type="submit">
      Se déconnecter
    </button>
  </form>
);

export const Footer = ({ frame }: { frame: Frame }): VNode => (
  <footer>
    {/* A narrow header only has room for the brand and the number, the bar at the bottom for four entries. */}
    <div class="wrap row only-narrow">
      {navigation[frame.actor.role].slice(4).map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
      {frame.actor.role !== "visitor" && (
        <>
          {isStaff(frame.actor) && <a href="/bureau/recherche">Chercher</a>}
          <a href="/mon-compte">Mon compte</a>
          <SignOut />
        </>
      )}
    </div>
    <div class="wrap row spread">
      <span>Un service du Département, {frame.inTerritory}. Gratuit pour tous.</span>
      <span class="row">
        <a href="/accessibilite">Accessibilité : non conforme</a>
        <a href="/donnees-personnelles">Vos données</a>
        <a href="/comment-marche-le-rapprochement">Comment marche le rapprochement</a>
      </span>
    </div>
  </footer>
);

/** A phone's navigation, under the thumb. */
export const PhoneBar = ({ page, frame }: Parts): VNode => (
  <nav class="bottom-nav" aria-label="Principal, en bas">
    {navigation[frame.actor.role].slice(0, 4).map((entry) => (
      <a key={entry.href} href={entry.href} aria-current={entry.section === page.section ? "page" : undefined}>
        <Icon name={entry.icon} />
        {entry.short ?? entry.label}
      </a>
    ))}
  </nav>
);
