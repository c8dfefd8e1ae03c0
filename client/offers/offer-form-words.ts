/** Refusals of an employer's gestures on offers, as people read them. */
export const offerFormWords: Readonly<Record<string, string>> = {
  "no-html": "Écrivez du texte simple, sans balises.",
  "pay-below-minimum": "C’est moins que le SMIC. Regardez le montant, la période et les heures.",
  "pay-max-below-min": "Le maximum est plus petit que le minimum.",
  "pay-too-high": "Ce montant est très haut pour cette période. Regardez « par heure », « par mois » ou « par an ».",
  "too-far": "Cette date est trop loin.",
  "permanent-has-no-end": "Un CDI n’a pas de durée. Laissez ce champ vide.",
  "clis-too-few-hours": "Un CLIS demande 30 heures par semaine ou plus.",
  "clis-too-short": "Un CLIS dure six mois au moins.",
  "unknown-licence": "Nous ne connaissons pas ce permis. Choisissez-le dans la liste.",
  "unknown-occupation": "Nous ne reconnaissons pas ce métier. Écrivez-le plus simplement, par exemple « maçon ».",
  "offer-not-editable": "Cette offre est close. Elle ne se change plus.",
  "offer-cannot-move": "Ce n’est plus possible pour cette offre. Regardez où elle en est.",
  "offer-not-deletable": "Seul un brouillon jamais publié se supprime. Vous pouvez clore l’offre.",
  "company-not-verified": "Votre entreprise n’est pas vérifiée. L’offre ne peut pas paraître.",
  "publication-not-requested": "L’entreprise n’a pas encore demandé la publication.",
  "offer-is-over": "La date de fin de l’offre est passée. Changez-la, puis publiez.",
  "already-furthest": "L’offre est déjà ouverte aussi longtemps que possible : quatre mois.",
  "already-sent": "Cette offre est déjà partie. Elle est dans « Mes offres ».",
  "link-was-used": "Ce lien a déjà servi, ou l’offre a changé depuis. Elle est dans « Mes offres ».",
};

export const offerNotices = {
  drafted: "Brouillon enregistré. Relisez-le, puis publiez-le.",
  saved: "Vos changements sont enregistrés.",
  published: "Votre offre est en ligne. La recherche la trouve dans quelques secondes.",
  pending: "Votre offre attend la vérification de votre entreprise. Elle paraîtra toute seule.",
  suspended: "L’offre n’est plus visible. Vous pouvez la remettre en ligne.",
  withdrawn: "L’offre est de nouveau un brouillon.",
  closed: "L’offre est close. Merci de nous avoir dit pourquoi.",
  deleted: "Le brouillon est supprimé.",
} as const;

export const moderationNotices = {
  companyVerified: "Entreprise vérifiée. Ses offres en attente paraissent.",
  companyRefused: "Entreprise refusée. L’employeur reçoit votre raison.",
  offerPublished: "L’offre est en ligne. L’employeur est prévenu.",
  offerRefused: "L’offre est rendue à l’employeur, avec votre raison.",
} as const;
