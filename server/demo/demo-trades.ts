import type { FamilyCode } from "#shared/referentials/family.ts";

export type Trade = {
  names: readonly string[];
  sector: string;
  naf: string;
  needs: readonly string[];
  families: readonly FamilyCode[];
};

/** Names no register holds; none is of a real house. */
export const trades: readonly Trade[] = [
  {
    names: [
      "Résidence des Tilleuls",
      "Résidence du Vieux Pont",
      "Maison Bel-Horizon",
      "Clinique des Trois Collines",
      "Résidence La Source Claire",
    ],
    sector: "Hébergement médicalisé",
    needs: ["aide-soignant", "agent de service hospitalier"],
    naf: "87.10A",
    families: ["care", "cleaning", "social"],
  },
  {
    names: [
      "Les Mains Vertes, service à la personne",
      "Soins du Plateau",
      "Domicile & Compagnie",
      "Entraide du Haut Pays",
    ],
    sector: "Aide à domicile",
    needs: ["aide à domicile"],
    naf: "88.10A",
    families: ["home-help", "care"],
  },
  {
    names: [
      "Fromagerie des Monts",
      "Conserves du Puy",
      "Salaisons de la Vézère fictive",
      "Biscuiterie Grand-Mère Odette",
      "Moulin des Feuillardiers",
    ],
    sector: "Industrie agroalimentaire",
    needs: ["agent de production", "boucher"],
    naf: "10.51C",
    families: ["food-industry", "industry", "transport"],
  },
  {
    names: [
      "Bâti Dix-Neuf",
      "Toitures Ardoise & Fils",
      "Terrassement du Gué",
      "Peinture Arc-en-Ville",
      "Maçonnerie Pierre Sèche",
    ],
    sector: "Bâtiment et travaux publics",
    needs: ["maçon", "couvreur", "conducteur d’engins"],
    naf: "43.99C",
    families: ["construction"],
  },
  {
    names: ["Scierie des Grands Chênes", "Charpentes du Douglas", "Menuiserie Copeaux"],
    sector: "Bois et forêt",
    needs: ["scieur", "menuisier"],
    naf: "16.10A",
    families: ["wood", "construction"],
  },
  {
    names: ["Ferme des Châtaigniers", "Vergers de la Pomme d’Or", "Pépinières Chlorophylle"],
    sector: "Agriculture",
    needs: ["ouvrier agricole"],
    naf: "01.50Z",
    families: ["agriculture"],
  },
  {
    names: ["Transports Dorat et Filles", "Logistique du Carrefour Vert", "Cars du Plateau"],
    sector: "Transport et logistique",
    needs: ["conducteur poids lourd", "cariste"],
    naf: "49.41A",
    families: ["transport"],
  },
  {
    names: [
      "Hôtel du Lac Bleu",
      "Auberge de la Truite",
      "Brasserie du Marché",
      "Camping des Genêts",
      "Traiteur Cèpes & Noix",
    ],
    sector: "Hôtellerie et restauration",
    needs: ["cuisinier", "serveur"],
    naf: "55.10Z",
    families: ["hospitality", "food-industry"],
  },
  {
    names: [
      "Le Panier",
      "La Halle du Bourg",
      "Boulangerie Mie Dorée",
      "Jardinerie Quatre Saisons",
      "Quincaillerie Boulon",
    ],
    sector: "Commerce",
    needs: ["vendeur", "boulanger"],
    naf: "47.11B",
    families: ["trade"],
  },
  {
    names: ["Métal Vézère", "Plasturgie du Causse", "Usinage de Précision Alpha", "Électronique Lumen"],
    sector: "Industrie",
    needs: ["soudeur", "tourneur-fraiseur"],
    naf: "25.62B",
    families: ["industry", "maintenance"],
  },
  {
    names: ["Garage de la Côte", "Froid & Chaud Services", "Ascenseurs Zénith"],
    sector: "Maintenance",
    needs: ["mécanicien", "frigoriste"],
    naf: "33.12Z",
    families: ["maintenance"],
  },
  {
    names: ["Propreté Éclat", "Recycl’Haut", "Net & Clair"],
    sector: "Propreté",
    needs: ["agent de propreté"],
    naf: "81.21Z",
    families: ["cleaning"],
  },
  {
    names: ["Mairie de Valfleury", "Communauté de communes des Deux Rives", "Collège Val-Fleuri"],
    sector: "Service public",
    needs: ["agent d’entretien des espaces verts"],
    naf: "84.11Z",
    families: ["public-service", "education", "office"],
  },
  {
    names: ["Crèche Les P’tits Loups", "Association Récré", "Formation Tremplin"],
    sector: "Éducation et enfance",
    needs: ["auxiliaire de puériculture"],
    naf: "88.91A",
    families: ["education", "social"],
  },
  {
    names: ["Cabinet Chiffres Ronds", "Assurances du Clocher", "Notaires Parchemin"],
    sector: "Services aux entreprises",
    needs: ["assistant comptable"],
    naf: "69.20Z",
    families: ["office"],
  },
  {
    names: ["Atelier Pixel", "Numérique en Herbe", "Imprimerie du Canal"],
    sector: "Numérique et communication",
    needs: ["développeur web"],
    naf: "62.01Z",
    families: ["digital", "office"],
  },
];
