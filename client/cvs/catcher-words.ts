import type { CvRefusal } from "#shared/cvs/cv-file.ts";

/** Why a file is not read, and what to do instead. */
const refusals: Record<CvRefusal, string> = {
  "cv-file-missing": "Choisissez un fichier, ou collez le texte de votre CV.",
  "cv-file-empty": "Ce fichier est vide. Choisissez-en un autre, ou collez le texte de votre CV.",
  "cv-file-too-big": "Ce fichier dépasse 10 Mo. Enlevez les images, ou collez le texte de votre CV.",
  "cv-file-name": "Le nom de ce fichier cache ce qu’il est. Renommez-le, par exemple « mon-cv.pdf ».",
  "cv-kind-unknown": "Nous lisons les fichiers PDF, DOCX, ODT et TXT. Ou collez le texte de votre CV.",
  "cv-is-image": "C’est une image : nous ne lisons pas les photos. Collez le texte de votre CV, ou appelez-nous.",
  "cv-old-word": "C’est un ancien fichier Word. Enregistrez-le en DOCX ou en PDF, ou collez son texte.",
  "cv-wrong-extension": "La fin du nom ne dit pas ce qu’est ce fichier. Enregistrez-le de nouveau en PDF.",
  "cv-damaged": "Ce fichier est abîmé. Enregistrez-le de nouveau en PDF, ou collez le texte de votre CV.",
  "cv-encrypted": "Ce fichier a un mot de passe. Enregistrez-le sans mot de passe, ou collez son texte.",
  "cv-scanned": "Ce PDF est une photo : il n’a pas de texte. Collez le texte de votre CV, ou appelez-nous.",
  "cv-no-text": "Nous n’y trouvons aucun mot. Collez le texte de votre CV, ou appelez-nous.",
  "cv-too-many-pages": "Ce PDF a plus de 20 pages. Gardez seulement votre CV.",
  "cv-too-long": "C’est bien plus long qu’un CV. Gardez seulement votre CV.",
  "cv-macro": "Ce fichier contient un programme (macro). Enregistrez-le en PDF, ou collez son texte.",
  "cv-active":
    "Ce fichier contient un programme ou un autre fichier. Enregistrez-le de nouveau en PDF, sans pièce jointe.",
  "cv-external": "Ce fichier va chercher quelque chose ailleurs. Enregistrez-le en PDF, ou collez son texte.",
  "cv-polyglot": "Ce fichier en cache un autre. Enregistrez-le de nouveau en PDF, ou collez son texte.",
  "cv-bomb": "Ce fichier est petit mais se déplie en géant. Enregistrez-le de nouveau en PDF, ou collez son texte.",
  "cv-too-heavy": "Ce fichier est trop long à lire. Enregistrez-le de nouveau en PDF, ou collez son texte.",
};

/** Refusals of the CV Catcher, as people read them. */
export const catcherWords: Readonly<Record<string, string>> = {
  ...refusals,
  "cv-reading-busy": "Beaucoup de CV arrivent en même temps. Réessayez dans une minute, ou appelez-nous.",
  "only-candidates": "Ce compte n’est pas celui d’un candidat. Déconnectez-vous pour enregistrer un CV.",
  "no-kept-file": "Aucun fichier n’est gardé dans votre espace.",
  "email:required": "Donnez votre adresse mail.",
  "code:required": "Recopiez le code du mail.",
  "firstName:required": "Écrivez votre prénom.",
  "lastName:required": "Écrivez votre nom.",
};

export const catcherNotices = {
  fileKept: "Votre fichier est gardé. Personne d’autre ne peut l’ouvrir.",
  fileErased: "Votre fichier est effacé.",
} as const;
