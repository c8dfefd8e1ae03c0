import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Kitchens, hotels, bakers and shops. */
export const seenKitchenCvs: readonly WrittenCv[] = [
  writtenCv(
    "cuisinier-collectivite",
    "table",
    `Patrick BOULANGER
Cuisinier de collectivité
12, rue Jean-Jaurès – 19150 Laguenne-sur-Avalouze
Tél. : 05.55.26.00.00 – p.boulanger@exemple.fr
## EXPÉRIENCE PROFESSIONNELLE
2014 – 2025 :: Cuisinier, collège Clemenceau, Tulle
 :: Préparation des plats pour 400 couverts, liaison chaude
 :: Respect des normes HACCP, gestion des stocks, commandes fournisseurs
2008 – 2014 :: Second de cuisine, restaurant Le Passé Simple
 :: Préparation des entrées froides et des desserts, dressage des assiettes
2005 – 2008 :: Commis de cuisine, Hôtel de la Gare
 :: Épluchage des légumes, plonge
## FORMATION
2005 :: CAP Cuisine, lycée hôtelier de Souillac
2019 :: Formation HACCP (14 h)
## COMPLÉMENTS
Langues :: Anglais scolaire, espagnol : notions
Permis :: B`,
    {
      trades: ["G1606", "G1609"],
      skills: [
        "cuisiner-en-grande-quantite",
        "cuisiner-plats",
        "appliquer-regles-hygiene-alimentaire",
        "tenir-stock",
        "passer-commande",
        "preparer-entrees-froides",
        "realiser-patisseries",
        "dresser-assiette",
        "preparer-legumes",
        "faire-plonge",
      ],
      licences: ["permis-b", "haccp"],
      diplomas: ["cap"],
      languages: { en: "basic", es: "basic" },
      commune: "Laguenne-sur-Avalouze",
      months: { G1602: 36 },
    },
  ),
  writtenCv(
    "serveuse-saisons",
    "one column",
    `Manon Lacombe
Serveuse
Argentat-sur-Dordogne (19400)
06 00 11 22 33
manon.lacombe@exemple.fr
## Mes expériences
Été 2023 : Serveuse, Camping Le Gibanel
service en terrasse, prise de commandes, encaissement
Été 2024 : Serveuse au restaurant Le Saint-Jacques
Service à l’assiette, mise en place de la salle
Hiver 2024/2025 : Employée d’hôtel, Le Mont-Dore
Petits déjeuners, nettoyage des chambres, accueil à la réception
De mai à septembre 2025 : Barmaid, Le Bar de la Plage
Préparation de cocktails, tenue de la caisse
## Formation
2023 : Bac pro Commercialisation et services en restauration, Lycée Marcel Barbanceys à Neuvic
## Langues
Anglais B2
Espagnol A2
## Plus
Permis B en cours, scooter (BSR)`,
    {
      trades: ["G1803"],
      skills: [
        "servir-table",
        "prendre-commande",
        "encaisser-client",
        "dresser-table",
        "servir-petits-dejeuners",
        "faire-chambre-hotel",
        "tenir-reception",
        "preparer-boissons",
        "tenir-caisse",
      ],
      licences: ["permis-am"],
      diplomas: ["bac"],
      languages: { en: "good", es: "basic" },
      commune: "Argentat-sur-Dordogne",
      months: { G1803: 4, G1502: 4, G1801: 5 },
    },
  ),
  writtenCv(
    "boulanger-sous-titre",
    "one column",
    `Kévin Marchand
26 ans
19240 Allassac
kevin.marchand@exemple.fr
07.77.66.55.44
OUVRIER BOULANGER
## E X P É R I E N C E S
Juil. 2021 – aujourd’hui
Boulangerie Martin, Objat
Boulanger
• Pétrissage, façonnage et cuisson au four
• Fabrication de viennoiseries
• Nettoyage du poste de travail
Sept. 2019 – juin 2021
Boulangerie Au Bon Pain, Brive
Apprenti boulanger
• Pesée des ingrédients
## F O R M A T I O N S
2021 – Mention complémentaire boulangerie spécialisée
2020 – CAP Boulanger, CFA des 13 Vents, Tulle
2017 – Brevet des collèges
## A T O U T S
Travail de nuit, travail en équipe, port de charges
## D I V E R S
Permis B
Pompier volontaire, football`,
    {
      trades: ["D1102"],
      skills: [
        "petrir-pate",
        "faconner-pains",
        "cuire-four",
        "realiser-patisseries",
        "nettoyer-poste-travail",
        "peser-et-melanger-ingredients",
        "travailler-en-equipe",
        "porter-charges",
      ],
      licences: ["permis-b"],
      diplomas: ["cap", "none"],
      languages: {},
      commune: "Allassac",
      months: { D1102: 87 },
    },
  ),
  writtenCv(
    "vendeuse-sans-titre",
    "one column",
    `Émilie Chastang
Malemort
06 10 20 30 40
emilie.chastang@exemple.fr
## COMPÉTENCES
Accueil et conseil des clients
Encaissement et tenue de caisse
Mise en rayon, facing, inventaires
Vitrines
Logiciels : Excel, Word
## EXPÉRIENCES
Vendeuse en prêt-à-porter, Kiabi, Malemort – de 10/2017 à 08/2024
Employée libre-service, Carrefour Market, Brive – 2015 à 2017
Contrats courts : mise sous pli, inventaire (2014)
## FORMATION
Bac professionnel commerce – 2014 – Lycée Danton
BEP vente – 2012
## LANGUES
Anglais : niveau scolaire
## CENTRES D’INTÉRÊT
Lecture, yoga, couture`,
    {
      trades: ["D1214"],
      skills: [
        "accueillir-client",
        "conseiller-client",
        "encaisser-client",
        "tenir-caisse",
        "mettre-en-rayon",
        "faire-inventaire",
        "presenter-vitrine",
        "utiliser-tableur",
        "utiliser-traitement-texte",
      ],
      licences: [],
      diplomas: ["bac", "cap"],
      languages: { en: "basic" },
      commune: "Malemort",
      months: { D1214: 83, D1507: 24 },
    },
  ),
  writtenCv(
    "boucher-prose",
    "one column",
    `Didier Faure
La Croix Blanche, 19130 Objat
Téléphone : 05 55 25 00 99

Je suis boucher depuis 1995. J’ai commencé comme apprenti à Pompadour.
De 1997 à 2010 j’ai travaillé comme boucher à la boucherie Dubois à Brive : désossage, découpe de viande, vente au comptoir.
De 2010 à 2023 j’ai été chef boucher au rayon boucherie de Leclerc à Brive : encadrement de l’équipe, commandes, contrôle des dates.
Je cherche un poste de boucher dans un rayon de 30 km.
J’ai un CAP boucher et le permis B.`,
    {
      trades: ["D1101", "D1109"],
      skills: [
        "desosser-carcasse",
        "decouper-viande",
        "servir-comptoir",
        "encadrer-equipe",
        "passer-commande",
        "controler-dates",
      ],
      licences: ["permis-b"],
      diplomas: ["cap"],
      languages: {},
      commune: "Objat",
      months: { D1101: 156, D1109: 156 },
    },
  ),
];
