import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Woods, fields, workshops and roads. */
export const freshOutsideCvs: readonly WrittenCv[] = [
  writtenCv(
    "ripeur-conducteur-caps",
    "one column",
    `CONDUCTEUR DE BENNE A ORDURES MENAGERES
FABRICE LACHAUD
12 RTE DE LIMOGES
19170 BUGEAT
TEL 06.71.71.71.71
PERMIS B C EN COURS DE VALIDITE / FIMO / CARTE CONDUCTEUR
PARCOURS
AVRIL 2019 - AUJOURD HUI / SICTOM / CONDUCTEUR DE BENNE
COLLECTE DES DECHETS, RESPECT DES TOURNEES, LAVAGE DU CAMION
MARS 2014 - MARS 2019 / SICTOM / RIPEUR
2011 A 2013 / TRANSPORTS CHAUMEIL EGLETONS / MANUTENTIONNAIRE
CHARGEMENT ET DECHARGEMENT, CHARIOT ELEVATEUR CACES 3
ETUDES
BEP CONDUITE ET SERVICES DANS LE TRANSPORT ROUTIER 2010`,
    {
      trades: ["N4118", "K2303"],
      skills: ["collecter-dechets", "nettoyer-vehicule", "charger-et-decharger-vehicule", "conduire-chariot-elevateur"],
      licences: ["permis-b", "permis-c", "fimo", "caces-r489-3"],
      diplomas: ["cap"],
      languages: {},
      commune: "Bugeat",
      months: { N4118: 92, K2303: 61, N1105: 24 },
    },
  ),
  writtenCv(
    "bucheron-ocr",
    "one column",
    `Jerôme SOULIE          Bûcheron - é1agueur
Lieu-dit Ie Mas 193OO Darnets     tél : O6 12 34 21 43

Ce que j'ai fait
depuis sept 2O21   Bûcheron   ETF Mazaleyrat à Eg1etons
abattage à la tronconneuse, ébranchage, débardage au tracteur
entretien du matériel, affûtage
2O17 - 2O21   Ouvrier forestier   Coopérative CFBL Ussel
p1antation, dégagernent des plants, débroussaillage
2O15 - 2O17   Grimpeur é1agueur   Arbor Limousin

Diplômes
CS Taille et soins des arbres   2O15
Bac pro Forêt, Meymac   2O14
Perrnis B et BE - SST - Certiphyto`,
    {
      trades: ["A1201", "A1209"],
      skills: [
        "abattre-arbres",
        "utiliser-tronconneuse",
        "debarder-bois",
        "entretenir-tronconneuse",
        "planter-arbres",
        "degager-plants",
        "debroussailler",
      ],
      licences: ["permis-b", "permis-be", "sst", "certiphyto"],
      diplomas: ["bac"],
      languages: {},
      commune: "Darnets",
      months: { A1201: 63, A1210: 48, A1209: 24 },
    },
  ),
  writtenCv(
    "mecanicien-agricole-table",
    "table",
    `Thibault Vergne
Mécanicien en machines agricoles
Le Bourg, 19430 Mercoeur
06 43 43 44 44 / t.vergne@exemple.fr
Permis B et tracteur
## Mon expérience
09/2022 à ce jour :: Claas Réseau Agricole (Argentat) : mécanicien agricole
 :: Diagnostic à la valise, réparation de moteurs et de circuits hydrauliques
 :: Dépannage chez les clients, mise en route des moissonneuses
07/2018 - 08/2022 :: Garage Puydebois, Beaulieu : mécanicien automobile
 :: Révision, pneus, freinage
été 2016 et été 2017 :: Ferme familiale : conduite de tracteur, foin
## Ma formation
2018 :: BTS Techniques et services en matériels agricoles
2016 :: Bac pro Maintenance des matériels agricoles, Naves
## Et aussi
Anglais technique (lecture de notices)
Pompier volontaire`,
    {
      trades: ["I1603"],
      skills: [
        "lire-valise-diagnostic",
        "reparer-moteur",
        "reparer-circuit-hydraulique",
        "reviser-vehicule",
        "monter-pneus",
        "conduire-tracteur",
        "recolter-fourrages",
        "lire-anglais-technique",
      ],
      licences: ["permis-b"],
      diplomas: ["bac2", "bac"],
      languages: { en: null },
      commune: "Mercœur",
      months: { I1603: 51, I1604: 50 },
    },
  ),
  writtenCv(
    "espaces-verts-colonnes",
    "two columns",
    `Kévin DELMAS
Agent d'entretien des espaces verts
[side]
## Me joindre
07 62 62 62 62
kevindelmas@exemple.fr
Donzenac 19270
## Mobilité
Permis B, remorque (BE)
Scooter
## Certificats
CACES R482 A
Certiphyto opérateur
SST à jour
## Langues
Anglais : scolaire
Portugais : bilingue
[main]
## Mes atouts
Sérieux, matinal, aime le travail dehors
## Mes emplois
Agent des espaces verts
Mairie de Donzenac, de juin 2020 à juin 2026
Tonte, taille des haies, débroussaillage, plantation de massifs
Arrosage, désherbage sans produit, conduite de tondeuse autoportée
Ouvrier paysagiste
Vert & Co, Malemort, de mars 2018 à mai 2020
Création de jardins, pose de bordures et de clôtures, maçonnerie paysagère
## Mes diplômes
CAPA Jardinier paysagiste (2017)
Brevet des collèges (2015)`,
    {
      trades: ["A1203"],
      skills: [
        "tondre",
        "tailler-haies",
        "debroussailler",
        "semer-et-planter",
        "arroser",
        "desherber",
        "amenager-jardin",
        "poser-bordures",
        "travailler-dehors-par-tous-temps",
      ],
      licences: ["permis-b", "permis-be", "caces-r482-a", "certiphyto", "sst", "capa"],
      diplomas: ["cap", "none"],
      languages: { en: "basic", pt: "fluent" },
      commune: "Donzenac",
      months: { A1203: 73, A1208: 27 },
    },
  ),
  writtenCv(
    "tourneur-sans-accents",
    "one column",
    `Ahmed B.
tourneur fraiseur cn
objectif : cdi en 2x8 ou de jour
contact 0600112233, ahmed.b@exemple.fr, habite a Objat (19130)

06/2015 > 10/2026 : SEGUIN DUTERIEZ / operateur puis regleur commande numerique
 - reglage des machines, changement d outils
 - lecture de plan, controle dimensionnel (pied a coulisse, micrometre)
 - programmation fanuc
2009 > 2015 : interim (manpower) / operateur de production, magasinier
 - assemblage de pieces, emballage
formation continue : titre pro tourneur sur machine conventionnelle et a commande numerique, afpa egletons 2015
bepc
langues arabe maternel, francais courant, anglais un peu
divers permis b + voiture. pont roulant (r484)`,
    {
      trades: ["H2903", "H2912"],
      skills: [
        "regler-machine-commande-numerique",
        "regler-machine",
        "changer-outil",
        "lire-plan",
        "controler-dimensions",
        "assembler-pieces",
        "emballer-produits",
      ],
      licences: ["permis-b", "caces-r484"],
      diplomas: ["cap", "none"],
      languages: { ar: "native", fr: "fluent", en: "basic" },
      commune: "Objat",
      months: { H2906: 72 },
    },
  ),
];
