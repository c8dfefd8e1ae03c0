import type { IndexDefinition, SearchDocument } from "#server/platform/search/port.ts";

export const benchDefinition: IndexDefinition = {
  name: "bench-offers",
  text: [
    { field: "title", weight: 6, fuzzy: true },
    { field: "occupation", weight: 4, fuzzy: true },
    { field: "skills", weight: 2, fuzzy: true },
    { field: "description", weight: 1, fuzzy: false },
  ],
  facets: ["contract", "schedule", "family", "commune", "employer"],
  numbers: ["publishedAt"],
};

/** The same offers at each run: numbers drawn from a fixed seed. */
export const benchOffers = (count: number): SearchDocument[] => {
  const draw = drawer(19);
  const pick = (list: readonly string[]): string => list[Math.floor(draw() ** 1.6 * list.length)] ?? "";
  return Array.from({ length: count }, (_, place) => {
    const trade = pick(trades);
    const commune = Math.floor(draw() ** 2 * 280);
    return {
      id: place.toString(16).padStart(24, "0"),
      version: 1,
      text: {
        title: `${trade} ${pick(details)}`.trim(),
        occupation: trade,
        skills: [pick(skills), pick(skills), pick(skills)].join(", "),
        description: descriptionOf(pick, trade),
      },
      facets: {
        contract: [pick(["CDI", "CDD", "interim", "apprentissage", "saisonnier", "insertion"])],
        schedule: [pick(["full", "part", "night", "weekend"])],
        family: [trade.slice(0, 1)],
        commune: [`19${String(commune).padStart(3, "0")}`],
        employer: [`e${Math.floor(draw() * 400)}`],
      },
      numbers: { publishedAt: 1_790_000_000 - Math.floor(draw() * 60 * 86_400) },
      place: { lat: 45 + ((commune * 37) % 280) / 400, lon: 1.3 + ((commune * 91) % 280) / 300 },
    };
  });
};

/** About 800 characters, as the offers of a public employment service have. */
const descriptionOf = (pick: (list: readonly string[]) => string, trade: string): string => {
  const sentences = [`Nous recherchons ${trade.toLowerCase()} pour rejoindre notre équipe.`];
  while (sentences.join(" ").length < 760) {
    sentences.push(`Vous ${pick(verbs)} ${pick(objects)} ${pick(circumstances)}, ${pick(skills)} et ${pick(objects)}.`);
  }
  return sentences.join(" ");
};

/** A small generator (mulberry32): Math.random cannot be seeded. */
export const drawer = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const trades =
  `Aide-soignant / Aide-soignante|Infirmier / Infirmière|Menuisier / Menuisière|Technicien / Technicienne en menuiserie
Conducteur / Conductrice de poids lourd|Cuisinier / Cuisinière|Serveur / Serveuse|Maçon / Maçonne|Vendeur / Vendeuse en boulangerie
Boucher / Bouchère|Agent / Agente d’entretien|Secrétaire comptable|Soudeur / Soudeuse|Électricien / Électricienne du bâtiment
Plombier / Plombière chauffagiste|Auxiliaire de vie|Assistant / Assistante maternelle|Opérateur / Opératrice de production
Magasinier / Magasinière cariste|Mécanicien / Mécanicienne automobile|Ouvrier / Ouvrière agricole|Bûcheron / Bûcheronne
Développeur / Développeuse web|Comptable|Employé / Employée de libre-service|Couvreur / Couvreuse|Éleveur / Éleveuse bovin
Responsable qualité|Chauffeur / Chauffeuse de car scolaire|Animateur / Animatrice enfance`.split(/[|\n]/);
const details = [
  "",
  "H/F",
  "de nuit",
  "à domicile",
  "débutant accepté",
  "en EHPAD",
  "week-end",
  "N3P2",
  "confirmé",
  "saison",
];
const skills =
  `soudure TIG|permis B|CACES 3|travail en équipe|hygiène alimentaire|toilette et soins|lecture de plans|conduite d’engins
accueil du public|gestion des stocks|taille de pierre|montage de charpente|préparation de commandes|nettoyage industriel
entretien des locaux|encaissement|relation client|bureautique|maintenance préventive|élevage|sylviculture|comptabilité générale`.split(
    /[|\n]/,
  );
const verbs = [
  "assurez",
  "réalisez",
  "préparez",
  "contrôlez",
  "organisez",
  "entretenez",
  "accompagnez",
  "participez à",
  "suivez",
];
const objects =
  `les soins quotidiens|la pose de menuiseries|les livraisons régionales|la production des repas|le service en salle
les travaux de gros œuvre|la vente de produits frais|la découpe des viandes|le nettoyage des ateliers|la saisie des factures
l’assemblage des pièces|l’installation des réseaux|les dépannages|l’aide aux personnes âgées|l’éveil des jeunes enfants
le réglage des machines|le chargement des camions|la réparation des véhicules|la récolte|l’abattage des arbres`.split(
    /[|\n]/,
  );
const circumstances =
  `dans le respect des consignes|en autonomie|sur plusieurs sites du département|du lundi au vendredi
selon un planning tournant|avec une petite équipe|auprès de la clientèle|sous la responsabilité du chef d’atelier`.split(
    /[|\n]/,
  );
