import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Hands and children. */
export const laterHandsCvs: readonly WrittenCv[] = [
  writtenCv(
    "patissiere",
    "one column",
    `Laura Estorges
Pâtissière – Chocolatière
laura.estorges@exemple.fr   06 24 24 24 24
Uzerche
EXPÉRIENCES
Maison Borzeix (pâtisserie), Treignac — Pâtissière — Nov. 2019 → aujourd’hui
Entremets, tartes, viennoiseries, pièces montées ; bonbons de chocolat ; accueil des stagiaires
Pâtisserie Lac, Brive — Apprentie pâtissière — sept. 2016 → août 2019
FORMATION
BTM Pâtissier-confiseur-glacier, 2019
CAP Pâtissier, 2017 (CFA Tulle)
ATOUTS
Créative, rapide, habituée au travail de nuit
Permis B, véhicule`,
    {
      trades: ["D1104"],
      skills: ["realiser-patisseries", "decorer-gateau", "travailler-chocolat"],
      licences: ["permis-b"],
      diplomas: ["cap"],
      languages: {},
      commune: "Uzerche",
      months: { D1104: 121 },
    },
  ),
  writtenCv(
    "technicien-maintenance",
    "two columns",
    `Olivier MAS
Technicien de maintenance industrielle
[side]
## Coordonnées
06 37 37 37 37
o.mas@exemple.fr
19240 Saint-Viance
## Habilitations
B2V BR BC H0V
CACES R489 3
CACES R486 A/B
## Langues
Anglais : lu
[main]
## Synthèse des compétences
Dépannage électrique et mécanique
Maintenance préventive, GMAO
Automates Siemens
Hydraulique et pneumatique
## Expériences professionnelles
2012 – 2026 • Borg Warner, Eyrein
Technicien de maintenance
Remplacement de pièces, réglage de machines
2008 – 2012 • Armée de l’air
Mécanicien cellule hydraulique
## Formation
BTS Maintenance industrielle, 2008`,
    {
      trades: ["I1304", "I1310", "I1309"],
      skills: [
        "rechercher-panne-electrique",
        "entretenir-machine",
        "planifier-entretien",
        "programmer-automate",
        "reparer-circuit-hydraulique",
        "changer-piece",
        "regler-machine",
      ],
      licences: [
        "habilitation-b1-b2",
        "habilitation-br",
        "habilitation-bc",
        "habilitation-b0-h0",
        "caces-r489-3",
        "caces-r486-a",
        "caces-r486-b",
      ],
      diplomas: ["bac2"],
      languages: { en: "good" },
      commune: "Saint-Viance",
      months: {},
    },
  ),
  writtenCv(
    "plongeur-refugie",
    "one column",
    `AHMAD NOORI
Tulle, 19000
Téléphone : 07 44 45 46 47
Réfugié statutaire

Je cherche : plongeur, aide de cuisine, manœuvre

EXPERIENCE
2024-2026 : plongeur au restaurant La Taverne du Sommelier, Tulle
vaisselle, nettoyage de la cuisine, épluchage
2023 : ouvrier viticole, vendanges (1 mois)
2012-2021 : tailleur, Herat (Afghanistan) : couture à la machine, retouches

FORMATION
Cours de français, niveau A2 (2023)

LANGUES
Dari : langue maternelle / Français A2 / Anglais A1

Vélo. Pas de permis.`,
    {
      trades: ["G1605"],
      skills: ["faire-plonge", "nettoyer-cuisine", "preparer-legumes", "coudre-machine", "retoucher-vetement"],
      licences: [],
      diplomas: [],
      languages: { fa: "native", fr: "basic", en: "basic" },
      commune: "Tulle",
      months: { G1605: 24 },
    },
  ),
  writtenCv(
    "educatrice-jeunes-enfants",
    "one column",
    `Mélanie CHAUMEIL
Éducatrice de jeunes enfants
31 rue d’Estienne-d’Orves, 19100 Brive-la-Gaillarde
Mail : melanie.chaumeil@exemple.fr – Portable : 06-52-53-54-55
MON EXPÉRIENCE
Éducatrice de jeunes enfants à la crèche Les P’tits Loups (Brive), depuis le 1er septembre 2019
Activités d’éveil, accueil des parents, projet pédagogique, encadrement d’équipe
Auxiliaire de puériculture à la halte-garderie de Malemort, du 02/2014 au 08/2016
Change, repas des enfants, surveillance de la sieste
MES DIPLÔMES
DEEJE, 2019, Limoges
DEAP, 2013
BAFA
LANGUES PARLÉES
anglais (correct), LSF (débutante)
ENGAGEMENTS
Déléguée syndicale, parent d’élèves`,
    {
      trades: ["K1202"],
      skills: [
        "eveiller-jeune-enfant",
        "accueillir-familles",
        "construire-projet-educatif",
        "encadrer-equipe",
        "changer-et-habiller-enfant",
        "donner-repas-enfant",
        "surveiller-enfants",
      ],
      licences: ["deeje", "deap", "bafa"],
      diplomas: ["bac3", "bac"],
      languages: { en: "good", lsf: "basic" },
      commune: "Brive-la-Gaillarde",
      months: { K1202: 87, J1304: 31 },
    },
  ),
  writtenCv(
    "conducteur-engins",
    "table",
    `Jérôme Vaysse, conducteur d’engins
19220 Saint-Privat – 06 13 14 15 16
## Emplois
Mars 2010 – juin 2026 :: Conducteur de pelle, Eurovia, agence de Brive
 :: Terrassement, pose de canalisations, nivellement au laser
2004 – 2010 :: Manœuvre TP, SARL Freyssac
 :: Tranchées, enrobés, signalisation de chantier
## Titres
CACES :: R482 B1, C1, D et G
AIPR :: opérateur (2023)
Permis :: B, C, CE
## Études
2003 :: CAP conducteur d’engins, Égletons
## Divers
Centres d’intérêt :: chasse (permis de chasser), moto`,
    {
      trades: ["F1302"],
      skills: [
        "conduire-pelle-mecanique",
        "poser-canalisation",
        "regler-sol",
        "creuser-tranchee",
        "etaler-enrobes",
        "poser-signalisation",
      ],
      licences: [
        "permis-b",
        "permis-c",
        "permis-ce",
        "caces-r482-b1",
        "caces-r482-c1",
        "caces-r482-d",
        "caces-r482-g",
        "aipr",
      ],
      diplomas: ["cap"],
      languages: {},
      commune: "Saint-Privat",
      months: { F1302: 196 },
    },
  ),
];
