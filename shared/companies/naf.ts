/** The 21 sections of the French nomenclature of activities (NAF rév. 2, INSEE), by the divisions they hold. */
const sections: readonly (readonly [from: number, to: number, label: string])[] = [
  [1, 3, "Agriculture, forêt, pêche"],
  [5, 9, "Industries extractives"],
  [10, 12, "Industrie agroalimentaire"],
  [13, 33, "Industrie"],
  [35, 35, "Énergie"],
  [36, 39, "Eau et déchets"],
  [41, 43, "Construction"],
  [45, 47, "Commerce et réparation automobile"],
  [49, 53, "Transport et logistique"],
  [55, 56, "Hôtellerie et restauration"],
  [58, 63, "Information et communication"],
  [64, 66, "Banque et assurance"],
  [68, 68, "Immobilier"],
  [69, 75, "Services spécialisés"],
  [77, 82, "Services de soutien"],
  [84, 84, "Administration publique"],
  [85, 85, "Enseignement"],
  [86, 88, "Santé et action sociale"],
  [90, 93, "Arts et loisirs"],
  [94, 96, "Autres services"],
  [97, 98, "Ménages employeurs"],
  [99, 99, "Organisations internationales"],
];

/** "47.11f", "4711 F" as "47.11F"; null when it is no NAF code. */
export const foldNaf = (typed: string): string | null => {
  const found = /^(\d{2})\.?(\d{2})([A-Z])$/.exec(typed.replace(/\s/g, "").toUpperCase());
  return found && sectorOfNaf(`${found[1]}`) !== null ? `${found[1]}.${found[2]}${found[3]}` : null;
};

/** The section in words: "47.11F" is "Commerce et réparation automobile". */
export const sectorOfNaf = (naf: string): string | null => {
  const division = Number(naf.slice(0, 2));
  return sections.find(([from, to]) => division >= from && division <= to)?.[2] ?? null;
};
