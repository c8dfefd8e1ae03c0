import type { Schedule } from "#shared/offers/offer-words.ts";

/** Codes of occupations, the most usual first: they are offered most. */
export type Works = readonly string[];

export type Trade = {
  /** Each house, and whom it hires. */
  houses: Readonly<Record<string, Works>>;
  sector: string;
  naf: string;
  needs: readonly string[];
  schedules: readonly Schedule[];
  remote?: true;
};

const round: readonly Schedule[] = ["day", "shifts", "night", "weekend"];
const shop: readonly Schedule[] = ["day", "weekend", "split"];
const site: readonly Schedule[] = ["day"];
const line: readonly Schedule[] = ["shifts", "day", "night"];

const residence: Works = ["J1501", "J1301", "J1506", "G1606", "K2204", "J1502", "K1206"];
const homeHelp: Works = ["K1304", "K1302", "K1311", "J1501", "K1306", "K1305", "K1408"];

/** Names no register holds; none is of a real house. */
export const trades: readonly Trade[] = [
  {
    houses: {
      "Résidence des Tilleuls": residence,
      "Résidence du Vieux Pont": residence,
      "Maison Bel-Horizon": residence,
      "Clinique des Trois Collines": ["J1501", "J1506", "J1301", "J1308", "J1306", "J1304", "M1609", "J1309"],
      "Résidence La Source Claire": residence,
    },
    sector: "Hébergement médicalisé",
    needs: ["aide-soignant", "agent de service hospitalier"],
    naf: "87.10A",
    schedules: round,
  },
  {
    houses: {
      "Les Mains Vertes, service à la personne": ["K1304", "K1302", "A1203", "K1303", "K2205"],
      "Soins du Plateau": ["J1501", "J1506", "K1302", "J1305"],
      "Domicile & Compagnie": homeHelp,
      "Entraide du Haut Pays": homeHelp,
    },
    sector: "Aide à domicile",
    needs: ["aide à domicile"],
    naf: "88.10A",
    schedules: ["day", "split", "weekend", "evening"],
  },
  {
    houses: {
      "Fromagerie des Monts": ["H2104", "H2105", "H3302", "A1412", "N1101", "I1304", "N4105"],
      "Conserves du Puy": ["H2105", "H2102", "H3301", "H3302", "N1101", "I1309"],
      "Salaisons de la Vézère fictive": ["H2103", "D1101", "H2105", "H2101", "D1103", "H3302", "N1103"],
      "Biscuiterie Grand-Mère Odette": ["H2105", "D1104", "H2102", "H3302", "D1102", "N1103"],
      "Moulin des Feuillardiers": ["D1102", "H2105", "N4101", "D1108", "I1310"],
    },
    sector: "Industrie agroalimentaire",
    needs: ["agent de production", "boucher"],
    naf: "10.51C",
    schedules: line,
  },
  {
    houses: {
      "Bâti Dix-Neuf": ["F1703", "F1704", "F1606", "F1604", "F1602", "F1206", "F1201", "F1701"],
      "Toitures Ardoise & Fils": ["F1619", "F1503", "F1613", "F1704"],
      "Terrassement du Gué": ["F1302", "F1702", "F1705", "N4101", "F1207", "F1209", "F1208"],
      "Peinture Arc-en-Ville": ["F1606", "F1604", "F1601", "F1611", "F1609", "F1206"],
      "Maçonnerie Pierre Sèche": ["F1703", "F1612", "F1608", "F1704", "F1202"],
    },
    sector: "Bâtiment et travaux publics",
    needs: ["maçon", "couvreur", "conducteur d’engins"],
    naf: "43.99C",
    schedules: site,
  },
  {
    houses: {
      "Scierie des Grands Chênes": ["H2205", "H2211", "H2202", "A1201", "A1102", "N1101", "H2214"],
      "Charpentes du Douglas": ["F1503", "F1501", "H2202", "H2206", "H2209"],
      "Menuiserie Copeaux": ["H2206", "H2201", "F1616", "H2207", "H2204"],
    },
    sector: "Bois et forêt",
    needs: ["scieur", "menuisier"],
    naf: "16.10A",
    schedules: site,
  },
  {
    houses: {
      "Ferme des Châtaigniers": ["A1419", "A1407", "A1403", "A1101", "A1410", "A1411"],
      "Vergers de la Pomme d’Or": ["A1401", "A1444", "A1405", "A1101", "H3302"],
      "Pépinières Chlorophylle": ["A1441", "A1414", "A1203", "A1208", "D1219"],
    },
    sector: "Agriculture",
    needs: ["ouvrier agricole"],
    naf: "01.50Z",
    schedules: ["day", "weekend"],
  },
  {
    houses: {
      "Transports Dorat et Filles": ["N4101", "N4115", "N4105", "N4113", "I1613", "N4203"],
      "Logistique du Carrefour Vert": ["N1103", "N1101", "N1110", "N1105", "N1106", "N1302"],
      "Cars du Plateau": ["N4103", "N4109", "N4108", "I1613", "N4204"],
    },
    sector: "Transport et logistique",
    needs: ["conducteur poids lourd", "cariste"],
    naf: "49.41A",
    schedules: ["day", "shifts", "night", "split"],
  },
  {
    houses: {
      "Hôtel du Lac Bleu": ["G1501", "G1803", "G1703", "G1609", "G1503", "G1502"],
      "Auberge de la Truite": ["G1609", "G1803", "G1602", "G1605", "G1601"],
      "Brasserie du Marché": ["G1803", "G1609", "G1801", "G1605", "G1810"],
      "Camping des Genêts": ["G1703", "G1205", "K2205", "G1803", "G1203", "G1207", "I1204"],
      "Traiteur Cèpes & Noix": ["G1609", "D1103", "G1602", "G1803", "N4105"],
    },
    sector: "Hôtellerie et restauration",
    needs: ["cuisinier", "serveur"],
    naf: "55.10Z",
    schedules: ["split", "weekend", "evening", "day"],
  },
  {
    houses: {
      "Le Panier": ["D1507", "D1505", "D1106", "D1502", "D1101", "D1302"],
      "La Halle du Bourg": ["D1105", "D1101", "D1507", "D1505", "D1103"],
      "Boulangerie Mie Dorée": ["D1102", "D1104", "D1106", "D1117"],
      "Jardinerie Quatre Saisons": ["D1219", "D1210", "D1209", "D1503", "A1203"],
      "Quincaillerie Boulon": ["D1212", "D1507", "D1224", "N1110", "D1407"],
    },
    sector: "Commerce",
    needs: ["vendeur", "boulanger"],
    naf: "47.11B",
    schedules: shop,
  },
  {
    houses: {
      "Métal Vézère": ["H2913", "H2902", "H2911", "H2916", "H2905", "H3404", "H2914"],
      "Plasturgie du Causse": ["H3201", "H2906", "H3202", "H3302", "I1304"],
      "Usinage de Précision Alpha": ["H2903", "H2901", "H2912", "H1203", "I1602", "H1404"],
      "Électronique Lumen": ["H2604", "H2602", "H2906", "I1305", "H1528"],
    },
    sector: "Industrie",
    needs: ["soudeur", "tourneur-fraiseur"],
    naf: "25.62B",
    schedules: line,
  },
  {
    houses: {
      "Garage de la Côte": ["I1604", "I1606", "I1613", "I1611", "I1617"],
      "Froid & Chaud Services": ["I1306", "I1308", "I1316", "F1603", "F1610"],
      "Ascenseurs Zénith": ["I1301", "I1335", "I1309"],
    },
    sector: "Maintenance",
    needs: ["mécanicien", "frigoriste"],
    naf: "33.12Z",
    schedules: site,
  },
  {
    houses: {
      "Propreté Éclat": ["K2204", "K2205", "K2202", "K2203"],
      "Recycl’Haut": ["K2304", "N4118", "K2309", "K2303", "K2318"],
      "Net & Clair": ["K2204", "K2205", "K2201", "K2203"],
    },
    sector: "Propreté",
    needs: ["agent de propreté"],
    naf: "81.21Z",
    schedules: ["day", "evening", "split"],
  },
  {
    houses: {
      "Mairie de Valfleury": ["A1203", "K1308", "K1406", "K2205", "K1603", "K1707"],
      "Communauté de communes des Deux Rives": ["I1202", "K2318", "K2317", "K1404", "M1602", "G1237"],
      "Collège Val-Fleuri": ["K2104", "G1606", "K2205", "K2113", "M1602"],
    },
    sector: "Service public",
    needs: ["agent d’entretien des espaces verts"],
    naf: "84.11Z",
    schedules: site,
  },
  {
    houses: {
      "Crèche Les P’tits Loups": ["J1304", "K1307", "K1202", "K1216"],
      "Association Récré": ["G1203", "K1206", "G1237", "G1235"],
      "Formation Tremplin": ["K2111", "K1801", "K1224", "M1601"],
    },
    sector: "Éducation et enfance",
    needs: ["auxiliaire de puériculture"],
    naf: "88.91A",
    schedules: site,
  },
  {
    houses: {
      "Cabinet Chiffres Ronds": ["M1203", "M1213", "M1507", "M1608", "M1204"],
      "Assurances du Clocher": ["C1102", "C1109", "M1601"],
      "Notaires Parchemin": ["K1902", "M1607", "M1602"],
    },
    sector: "Services aux entreprises",
    needs: ["assistant comptable"],
    naf: "69.20Z",
    schedules: site,
    remote: true,
  },
  {
    houses: {
      "Atelier Pixel": ["E1205", "M1855", "E1101", "E1104"],
      "Numérique en Herbe": ["M1805", "M1855", "I1404", "M1801", "G1238"],
      "Imprimerie du Canal": ["E1301", "E1304", "E1205"],
    },
    sector: "Numérique et communication",
    needs: ["développeur web"],
    naf: "62.01Z",
    schedules: site,
    remote: true,
  },
];
