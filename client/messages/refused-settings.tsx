import type { VNode } from "preact";
import { Notice } from "#client/design/card.tsx";
import { sayMoment } from "#client/kernel/say.tsx";

export type RefusedSetting = { readonly fault: string; readonly since: string };

type Words = { readonly what: string; readonly how: string };

const mailsWait =
  "Aucun courrier n’est perdu : ils attendent, et partiront une fois. Après un jour d’attente, un courrier est gardé sous « sort inconnu » : vous décidez s’il part.";
const searchWaits =
  "En attendant, la recherche est simplifiée et le reste du site marche. La recherche se remettra à jour toute seule.";

/** What is refused, and what to correct; the names of the settings are those of the server. */
const words: Readonly<Record<string, Words>> = {
  "mail-password": {
    what: "Le relais des courriers refuse notre nom ou notre mot de passe.",
    how: `Corrigez le nom et le mot de passe dans le réglage SMTP_URL, puis redémarrez les tâches (workers). ${mailsWait}`,
  },
  "mail-password-missing": {
    what: "Le relais des courriers demande un nom et un mot de passe.",
    how: `Ajoutez-les dans le réglage SMTP_URL, ou demandez au relais d’accepter ce serveur, puis redémarrez les tâches (workers). ${mailsWait}`,
  },
  "mail-encryption": {
    what: "La liaison protégée avec le relais des courriers échoue.",
    how: `Vérifiez le réglage SMTP_URL : smtps:// pour le port 465, smtp:// pour le port 587, et le nom du serveur tel que son certificat le porte. Puis redémarrez les tâches (workers). Si le certificat du relais est périmé, demandez-en un autre à qui s’en occupe. ${mailsWait}`,
  },
  "mail-sender": {
    what: "Le relais des courriers refuse notre adresse d’expéditeur.",
    how: `Corrigez l’adresse dans le réglage MAIL_FROM, ou faites-la accepter par le relais, puis redémarrez les tâches (workers). ${mailsWait}`,
  },
  "search-key": {
    what: "Le moteur de recherche (Meilisearch) refuse notre clé.",
    how: `Corrigez la clé dans le réglage MEILI_KEY, puis redémarrez le site et les tâches (workers). ${searchWaits}`,
  },
  "search-key-writing": {
    what: "Notre clé du moteur de recherche (Meilisearch) ne permet pas d’y écrire.",
    how: "Mettez une clé d’administration dans le réglage MEILI_KEY, puis redémarrez le site et les tâches (workers). En attendant, les nouvelles offres ne sont pas trouvées, et rien de ce qui est retiré n’est montré. La recherche se remettra à jour toute seule.",
  },
};

/** A key that is refused for everything is one thing to correct, not two. */
const each = (settings: readonly RefusedSetting[]): readonly RefusedSetting[] =>
  settings.some(({ fault }) => fault === "search-key")
    ? settings.filter(({ fault }) => fault !== "search-key-writing")
    : settings;

/** What only the person who installed the product can mend, said where an administrator looks. */
export const RefusedSettings = ({ settings }: { settings: readonly RefusedSetting[] }): VNode | null =>
  settings.length === 0 ? null : (
    <Notice kind="wrong">
      <div class="stack-s">
        <h2>{each(settings).length === 1 ? "Un réglage à corriger" : "Des réglages à corriger"}</h2>
        {each(settings).map(({ fault, since }) => (
          <p key={fault}>
            <b>{words[fault]?.what ?? fault}</b> {words[fault]?.how}{" "}
            <span class="soft">Depuis : {sayMoment(since)}.</span>
          </p>
        ))}
      </div>
    </Notice>
  );
