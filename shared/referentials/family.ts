/** The families of occupations a person browses, in the order they are shown. */
export const families = [
  { code: "care", label: "Santé et soins" },
  { code: "home-help", label: "Aide à la personne" },
  { code: "food-industry", label: "Agroalimentaire et métiers de bouche" },
  { code: "construction", label: "Bâtiment et travaux publics" },
  { code: "wood", label: "Bois et forêt" },
  { code: "agriculture", label: "Agriculture, animaux et espaces verts" },
  { code: "transport", label: "Transport et logistique" },
  { code: "hospitality", label: "Hôtellerie, restauration et tourisme" },
  { code: "trade", label: "Commerce et vente" },
  { code: "industry", label: "Industrie" },
  { code: "maintenance", label: "Mécanique, maintenance et dépannage" },
  { code: "cleaning", label: "Propreté et environnement" },
  { code: "public-service", label: "Service public et sécurité" },
  { code: "education", label: "Enseignement, enfance et animation" },
  { code: "social", label: "Social et insertion" },
  { code: "culture", label: "Arts, spectacle et artisanat d’art" },
  { code: "digital", label: "Numérique et communication" },
  { code: "office", label: "Gestion et administration" },
] as const;

export type Family = (typeof families)[number];
export type FamilyCode = Family["code"];

/** The codes alone, for `z.enum`. */
export const familyCodes = families.map(({ code }) => code) as [FamilyCode, ...FamilyCode[]]; // the list above is not empty

const byCode = new Map<string, Family>(families.map((family) => [family.code, family]));

export const familyByCode = (code: string): Family | undefined => byCode.get(code);
