import type { VNode } from "preact";
import { Notice } from "#client/design/card.tsx";
import { sayMoment } from "#client/kernel/say.tsx";
import { longestWaitDays } from "#shared/messages/dispatch-reasons.ts";

export type RefusedSetting = { readonly fault: string; readonly since: string };

/** `since` has its place in the sentence itself. */
type Words = { readonly what: string; readonly how: string; readonly since?: true };

const mailsWait = `Aucun courrier n’est perdu : ils attendent, et partiront une fois. Ceux qui ne servent plus, comme un code de connexion, ne partent pas. Après ${longestWaitDays} jours d’attente, vous décidez.`;
const searchWaits =
  "En attendant, la recherche est simplifiée et le reste du site marche. La recherche se remettra à jour toute seule.";

/** What is refused, and what to correct; the names of the settings are those of the server. */
const words: Readonly<Record<string, Words>> = {
  "mail-away": {
    what: "Le serveur d’envoi ne répond pas",
    since: true,
    how: `Regardez s’il marche. Vérifiez son nom et son numéro de port dans le réglage SMTP_URL ; si vous le changez, redémarrez les tâches (workers). Le site l’appelle de nouveau toutes les dix minutes au plus. ${mailsWait}`,
  },
  "mail-closed": {
    what: "Le serveur d’envoi ne prend pas nos courriers",
    since: true,
    how: `Il répond, mais remet tout à plus tard. Demandez à qui s’en occupe s’il est plein, ou s’il refuse ce site. Vérifiez aussi le réglage SMTP_URL. Le site l’appelle de nouveau toutes les dix minutes au plus. ${mailsWait}`,
  },
  "mail-password": {
    what: "Le serveur d’envoi refuse notre nom ou notre mot de passe.",
    how: `Corrigez le nom et le mot de passe dans le réglage SMTP_URL, puis redémarrez les tâches (workers). ${mailsWait}`,
  },
  "mail-password-missing": {
    what: "Le serveur d’envoi demande un nom et un mot de passe.",
    how: `Ajoutez-les dans le réglage SMTP_URL, ou demandez à qui s’en occupe d’accepter ce site, puis redémarrez les tâches (workers). ${mailsWait}`,
  },
  "mail-encryption": {
    what: "La liaison protégée avec le serveur d’envoi échoue.",
    how: `Vérifiez le réglage SMTP_URL : smtps:// pour le port 465, smtp:// pour le port 587, et le nom du serveur tel que son certificat le porte. Puis redémarrez les tâches (workers). Si son certificat est périmé, demandez-en un autre à qui s’en occupe. ${mailsWait}`,
  },
  "mail-sender": {
    what: "Le serveur d’envoi refuse notre adresse d’expéditeur.",
    how: `Corrigez l’adresse dans le réglage MAIL_FROM, ou faites-la accepter par le serveur d’envoi, puis redémarrez les tâches (workers). ${mailsWait}`,
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
        <h2>{titleOf(each(settings))}</h2>
        {each(settings).map((setting) => (
          <p key={setting.fault}>
            <Sentence {...setting} />
          </p>
        ))}
      </div>
    </Notice>
  );

const titleOf = (settings: readonly RefusedSetting[]): string => {
  if (settings.every(({ fault }) => words[fault]?.since)) return "Les courriers attendent";
  return settings.length === 1 ? "Un réglage à corriger" : "Des réglages à corriger";
};

const Sentence = ({ fault, since }: RefusedSetting): VNode => {
  const { what, how, since: inside } = words[fault] ?? { what: fault, how: "" };
  if (inside)
    return (
      <>
        <b>
          {what} depuis {sayMoment(since)}.
        </b>{" "}
        {how}
      </>
    );
  return (
    <>
      <b>{what}</b> {how} <span class="soft">Depuis : {sayMoment(since)}.</span>
    </>
  );
};
