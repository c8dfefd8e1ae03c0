import { licenceLabel, occupationLabel } from "#client/cvs/cv-facts.tsx";
import {
  diplomaLabels,
  hoursLabels,
  labelOf,
  languageLabels,
  levelLabels,
  meansLabels,
  visibilityLabels,
} from "#client/cvs/cv-words.ts";
import { contractLabels, scheduleLabels } from "#client/offers/offer-words.ts";
import type { Held } from "#shared/accounts/personal-file.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import { libraryConsentText, libraryConsentVersion } from "#shared/cvs/library-consent.ts";
import { skillById } from "#shared/referentials/skills.ts";

/** Every field of a CV in words: a field added to the noun must be said here too (test/accounts/export.test.ts). */
export const sayWholeCv = (cv: Cv): Held => ({
  "Métiers cherchés": cv.occupations.map(occupationLabel),
  "Autre métier": cv.otherWanted,
  "Savoir-faire": cv.skills.map((code) => skillById(code)?.label ?? code),
  Expériences: cv.experiences.map(({ label, occupation, months }) => ({
    Travail: label,
    "Métier reconnu": occupation && occupationLabel(occupation),
    Mois: months,
  })),
  Diplômes: cv.diplomas.map((code) => labelOf(diplomaLabels, code)),
  "Permis, CACES, diplômes du métier": cv.licences.map(licenceLabel),
  Langues: cv.languages.map(({ name, level }) => `${labelOf(languageLabels, name)} (${levelLabels[level]})`),
  Commune: `${cv.commune.name} (${cv.commune.postcode})`,
  "Distance acceptée, en km": cv.radiusKm,
  Trajet: cv.means.map((one) => meansLabels[one]),
  Contrats: cv.contracts.map((one) => contractLabels[one]),
  "Temps de travail": hoursLabels[cv.hours],
  Horaires: cv.schedules.map((one) => scheduleLabels[one]),
  "Libre à partir du": cv.availableFrom,
  "Quelques mots": cv.about,
  "Qui le voit": visibilityLabels[cv.visibility],
  "Vu par les employeurs": cv.libraryConsent ? "oui, avec votre accord" : "non",
  "Vos accords": cv.consents.map(({ version, visibility, given, at }) => ({
    Le: at,
    Réponse: given ? "oui" : "retiré",
    Choix: visibilityLabels[visibility],
    Texte: version === libraryConsentVersion ? libraryConsentText : version,
  })),
  "Entreprises écartées": cv.blockedCompanyIds,
  État: cv.status === "active" ? "visible selon votre choix" : "retiré",
  "Posté le": cv.createdAt,
  "Modifié le": cv.updatedAt,
  "Servi pour la dernière fois le": cv.lastUsedAt,
});
