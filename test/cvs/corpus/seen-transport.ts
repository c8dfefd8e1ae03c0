import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Transport, warehouses, factories and garages. */
export const seenTransportCvs: readonly WrittenCv[] = [
  writtenCv(
    "chauffeur-spl",
    "one column",
    `Alain GOUTTE
58 ans – divorcé – 3 enfants
6 rue des Écoles 19600 Saint-Pantaléon-de-Larche
06 33 22 11 00
## CONDUCTEUR ROUTIER SPL
## EXPÉRIENCE
2003 à 2025 : Conducteur SPL, Transports Madrias
National, semi-remorque bâchée, bâchage et arrimage, chronotachygraphe, lettres de voiture
1996 à 2003 : Chauffeur-livreur, Messageries du Limousin
Tournées de livraison, chargement du camion
1990 : service militaire
## PERMIS
B – C – CE
FIMO, FCO à jour (2024), carte conducteur
ADR base
CACES R489 catégories 1A, 3 et 5`,
    {
      trades: ["N4115", "N4101"],
      skills: [
        "conduire-ensemble-articule",
        "charger-et-arrimer",
        "remplir-document-transport",
        "livrer-client",
        "charger-camion",
      ],
      licences: ["permis-b", "permis-c", "permis-ce", "fimo", "adr", "caces-r489-1a", "caces-r489-3", "caces-r489-5"],
      diplomas: [],
      languages: {},
      commune: "Saint-Pantaléon-de-Larche",
      months: { N4115: 264, N4105: 84 },
    },
  ),
  writtenCv(
    "cariste-preparateur",
    "one column",
    `MOUSSA DIARRA
CARISTE / PREPARATEUR DE COMMANDES
BRIVE 19100
0612121212
MOUSSA.DIARRA@EXEMPLE.FR
## COMPETENCES
CHARGEMENT ET DECHARGEMENT DE CAMIONS
PREPARATION DE COMMANDES AU PISTOLET SCAN
FILMAGE DE PALETTES
INVENTAIRES
## EXPERIENCES PROFESSIONNELLES
06/2022 - 09/2025 CARISTE, BLEDINA BRIVE (INTERIM)
01/2020 - 05/2022 PREPARATEUR DE COMMANDES, EASYDIS
2018 - 2019 AGENT DE PRODUCTION, LABEYRIE
CONDITIONNEMENT, ETIQUETAGE
## FORMATIONS
CACES 1, 3, 5 (R489) - 2022
BACCALAUREAT, BAMAKO, MALI - 2014
## LANGUES
FRANCAIS COURANT, BAMBARA, ANGLAIS NOTIONS`,
    {
      trades: ["N1101"],
      skills: [
        "charger-et-decharger-vehicule",
        "preparer-commande",
        "utiliser-terminal-portable",
        "monter-palette",
        "faire-inventaire",
        "emballer-produits",
        "etiqueter-produits",
      ],
      licences: ["caces-r489-1a", "caces-r489-3", "caces-r489-5"],
      diplomas: ["bac"],
      languages: { fr: "fluent", en: "basic" },
      commune: "Brive-la-Gaillarde",
      months: { N1101: 40, N1103: 29 },
    },
  ),
  writtenCv(
    "mecanicien-auto",
    "two columns",
    `[side]
Lucas PRADEL
Mécanicien automobile
06 88 77 66 55
lucas.pradel@exemple.fr
Lubersac
19 ans
## PERMIS
A2
B
## LANGUES
Anglais A2
## INTÉRÊTS
Karting
Restauration de mobylettes
[main]
## FORMATION
2025
Bac pro Maintenance des véhicules, option A
Lycée Bahuet, Brive
2023
CAP Maintenance des véhicules
## STAGES ET EXPÉRIENCES
Juillet 2025 – en cours
Mécanicien automobile en CDD, Garage Renault, Uzerche
Vidanges, freins, montage de pneus
Diagnostic à la valise
Janvier à mars 2024
Stage mécanicien, Garage du Centre, Lubersac
Remplacement d’embrayages
## COMPÉTENCES
Lecture de schémas électriques
Notions de soudure
Accueil du client`,
    {
      trades: ["I1604"],
      skills: [
        "reviser-vehicule",
        "monter-pneus",
        "lire-valise-diagnostic",
        "reparer-moteur",
        "lire-schema-electrique",
        "accueillir-client",
      ],
      licences: ["permis-a", "permis-b"],
      diplomas: ["bac", "cap"],
      languages: { en: "basic" },
      commune: "Lubersac",
      months: { I1604: 20 },
    },
  ),
  writtenCv(
    "operateur-production-carriere",
    "one column",
    `Nathalie Soulier
Domiciliée à Bort-les-Orgues
nathalie.soulier@exemple.fr / 06.02.03.04.05
Reconnue travailleur handicapé – poste assis souhaité
## PROJET
Opératrice de saisie ou agent administratif à temps partiel
## EXPÉRIENCE
2003-2021 Opératrice de production, Tanneries du Puy (18 ans)
Conduite de machine, contrôle qualité, emballage
Tutorat des nouveaux
2021-2022 arrêt maladie
1999-2003 Caissière, Casino
## FORMATION
2023 Titre professionnel Employée administrative et d’accueil (niveau 3), GRETA
1998 Bac STT
## INFORMATIQUE
Word, Excel, saisie de données, messagerie`,
    {
      trades: ["M1606", "M1602"],
      skills: [
        "conduire-machine-automatique",
        "controler-qualite-produit",
        "emballer-produits",
        "montrer-geste",
        "utiliser-traitement-texte",
        "utiliser-tableur",
        "saisir-donnees",
      ],
      licences: [],
      diplomas: ["cap", "bac"],
      languages: {},
      commune: "Bort-les-Orgues",
      months: { H2906: 216, D1505: 48 },
    },
  ),
  writtenCv(
    "soudeur",
    "one column",
    `ROUX Sébastien | Soudeur TIG / MIG
19 rue Lavoisier 19100 Brive | 06 19 19 19 19 | sebroux@exemple.fr
Né le 04.07.1988 à Brive – nationalité française – célibataire
## Savoir-faire
Soudure TIG et semi-automatique sur inox et acier
Lecture de plans isométriques
Ébavurage, meulage
## Expérience
10/2018 – 06/2025 Soudeur, Silab industrie, Objat
2 ans Métallier chez Métal Concept (garde-corps, portails)
## Diplômes
Licence soudure TIG (EN ISO 9606)
BEP réalisation d’ouvrages chaudronnés
Habilitation électrique H0B0
CACES pont roulant
Permis B`,
    {
      trades: ["H2913", "H2916"],
      skills: [
        "souder-tig",
        "souder-mig-mag",
        "lire-plan-isometrique",
        "ebavurer-piece",
        "meuler",
        "fabriquer-ouvrage-en-metal",
      ],
      licences: ["permis-b", "licence-soudure", "habilitation-b0-h0", "caces-r484"],
      diplomas: ["cap"],
      languages: {},
      commune: "Brive-la-Gaillarde",
      months: { H2911: 24 },
    },
  ),
];
