import type { Role } from "#shared/kernel/actor.ts";

export type NavigationEntry = {
  readonly href: string;
  readonly label: string;
  /** At the bottom of a phone, where four share 320 px; "\u00ad" is where a long word may be cut. */
  readonly short?: string;
  readonly section: string;
  readonly icon: NavigationIcon;
};
export type NavigationIcon = "search" | "bell" | "list" | "person" | "heart" | "mail" | "phone";

const offers: NavigationEntry = { href: "/offres", label: "Offres", section: "offers", icon: "search" };

/** What each role finds in the header, and (the first four) at the bottom of a phone's screen. */
export const navigation: Record<Role | "visitor", readonly NavigationEntry[]> = {
  visitor: [
    offers,
    { href: "/evenements", label: "Événements", section: "events", icon: "bell" },
    { href: "/recruter", label: "Je recrute", section: "recruit", icon: "list" },
    { href: "/connexion", label: "Mon espace", section: "sign-in", icon: "person" },
  ],
  candidate: [
    { href: "/mes-pistes", label: "Mes pistes", section: "leads", icon: "heart" },
    { href: "/mes-candidatures", label: "Candidatures", section: "applications", icon: "list" },
    { href: "/mon-cv", label: "Mon CV", section: "cv", icon: "person" },
    { href: "/mes-alertes", label: "Mes alertes", section: "alerts", icon: "bell" },
    offers,
    { href: "/mes-evenements", label: "Événements", section: "events", icon: "bell" },
  ],
  employer: [
    { href: "/employeur/offres", label: "Mes offres", section: "my-offers", icon: "list" },
    { href: "/employeur/candidatures", label: "Candidatures", section: "received", icon: "mail" },
    { href: "/cvtheque", label: "CVthèque", section: "library", icon: "search" },
    { href: "/employeur/entreprise", label: "Entreprise", section: "company", icon: "person" },
    { href: "/employeur/positionnements", label: "Présentations", section: "presented", icon: "heart" },
    { href: "/employeur/evenements", label: "Événements", section: "events", icon: "bell" },
  ],
  officer: [
    { href: "/bureau", label: "Aujourd’hui", section: "today", icon: "bell" },
    { href: "/bureau/entreprises", label: "Entreprises", section: "companies", icon: "list" },
    {
      href: "/bureau/offres-exclusives",
      label: "Offres exclusives",
      short: "Exclusives",
      section: "exclusive",
      icon: "search",
    },
    {
      href: "/bureau/positionnements",
      label: "Positionnements",
      short: "Position\u00adnements",
      section: "positionings",
      icon: "heart",
    },
    { href: "/bureau/evenements", label: "Événements", section: "events", icon: "bell" },
    { href: "/bureau/bilans", label: "Bilans", section: "bilans", icon: "list" },
  ],
  counsellor: [
    {
      href: "/accompagnement",
      label: "Mes accompagnements",
      short: "Accompa\u00adgnements",
      section: "accompaniment",
      icon: "heart",
    },
    offers,
    { href: "/mon-compte", label: "Mon compte", section: "account", icon: "person" },
  ],
  phoneAgent: [
    offers,
    {
      href: "/telephone/retours-entretien",
      label: "Retours d’entretien",
      short: "Retours",
      section: "calls",
      icon: "phone",
    },
    { href: "/mon-compte", label: "Mon compte", section: "account", icon: "person" },
  ],
  admin: [
    { href: "/admin/moderation", label: "Modération", section: "moderation", icon: "list" },
    { href: "/admin/comptes", label: "Comptes", section: "accounts", icon: "person" },
    { href: "/admin/taches", label: "Tâches", section: "tasks", icon: "bell" },
    { href: "/admin/courriers", label: "Courriers", section: "mails", icon: "mail" },
    { href: "/admin/journal", label: "Journal", section: "audit", icon: "list" },
    { href: "/bureau", label: "Bureau", section: "today", icon: "search" },
  ],
};
