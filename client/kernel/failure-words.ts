/** Codes any slice may give. */
export const generalWords: Readonly<Record<string, string>> = {
  required: "Il manque une réponse ici.",
  "too-long": "C’est trop long. Raccourcissez un peu.",
  "too-short": "C’est trop court. Ajoutez quelques mots.",
  "too-many": "Il y en a trop. Gardez les plus importants.",
  "not-a-number": "Écrivez un nombre, en chiffres.",
  "not-a-whole-number": "Écrivez un nombre entier, sans virgule.",
  "not-a-date": "Cette date n’existe pas. Exemple : 03/12/2026.",
  "not-an-email": "Cette adresse mail n’est pas complète. Exemple : nom@exemple.fr.",
  "not-a-phone": "Ce numéro n’a pas 10 chiffres. Exemple : 06 12 34 56 78.",
  "not-an-id": "Choisissez dans la liste.",
  "not-a-choice": "Choisissez une des réponses proposées.",
  "not-a-list": "Choisissez parmi les réponses proposées.",
  "not-text": "Écrivez une seule réponse, en texte.",
  "out-of-range": "Ce nombre est trop petit ou trop grand.",
  "in-the-past": "Cette date est passée. Choisissez-en une à venir.",
  "unexpected-field": "Une réponse n’était pas attendue ici.",
  invalid: "Une réponse n’est pas lisible. Regardez les champs signalés.",
  unreadable: "La demande n’est pas lisible. Recommencez depuis la page.",
  "cross-site-request": "La demande ne venait pas de notre site. Rouvrez la page et recommencez.",
  "rate-limited": "Trop d’essais à la suite. Attendez quelques minutes, ou appelez-nous.",
  "stale-form": "Cette page a changé depuis que vous l’avez ouverte. Relisez, puis envoyez de nouveau.",
  "changed-meanwhile": "Quelqu’un a agi avant vous. Regardez où cela en est.",
  "payload-too-large": "C’est trop gros pour être envoyé. Raccourcissez le texte.",
  unavailable: "Le service est coupé un moment. Rien n’est perdu. Réessayez dans quelques minutes.",
  "disk-full": "Nous ne pouvons rien enregistrer pour le moment. Réessayez plus tard, ou appelez-nous.",
  overloaded: "Attendez dix secondes, puis réessayez. Votre texte est encore dans la page d’avant.",
  unexpected: "Quelque chose n’a pas marché de notre côté. Réessayez, ou appelez-nous.",
  "missing-page": "Cette page n’existe pas, ou n’est pas pour vous.",
  "careful-words": "Un mot est à peser. Relisez, enlevez-le, ou cochez la case pour le garder.",
  "unknown-commune": "Nous ne connaissons pas cette commune. Vérifiez son nom, ou écrivez son code postal.",
  "unknown-occupation": "Nous ne connaissons pas ce métier. Choisissez-le dans la liste.",
  "unknown-skill": "Nous ne connaissons pas ce savoir-faire. Choisissez-le dans la liste.",
};

/** The slice's sentence for a code, else the general one, else one that is always true. */
export const sayFailure = (code: string, words: Readonly<Record<string, string>> = {}): string =>
  words[code] ?? generalWords[code] ?? "Cette réponse ne convient pas. Regardez-la de nouveau.";

type WrongField = { readonly field: string; readonly code: string };

/** A slice may name the field ("commune:required"): three times the same sentence in a summary tells nobody where. */
export const sayWrongField = ({ field, code }: WrongField, words: Readonly<Record<string, string>> = {}): string =>
  words[`${field}:${code}`] ?? sayFailure(code, words);
