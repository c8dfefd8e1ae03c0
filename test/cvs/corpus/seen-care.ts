import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Care, home help and childhood. */
export const seenCareCvs: readonly WrittenCv[] = [
  writtenCv(
    "aide-soignante",
    "one column",
    `Sandrine DELMAS
Aide-soignante diplômée d’État
14 rue du Pont-Neuf, 19000 Tulle
06 12 34 56 78 – sandrine.delmas@exemple.fr
42 ans, mariée, 2 enfants
Permis B, véhicule personnel
## EXPÉRIENCES PROFESSIONNELLES
Depuis mars 2018 : Aide-soignante de nuit, EHPAD Les Genêts, Tulle
- Aide à la toilette et à l’habillage des résidents
- Prise des constantes (tension, température)
- Distribution des repas et aide à la prise des repas
- Transmissions écrites et orales
09/2012 – 02/2018 : Aide-soignante, Centre hospitalier de Brive, service de médecine
- Réfection des lits
- Surveillance de l’état général des patients
2009 – 2012 : Agent de service hospitalier, Clinique Saint-Germain
- Bionettoyage des chambres, distribution des plateaux
## FORMATION
2012 : DEAS, IFAS de Tulle
2002 : BEP carrières sanitaires et sociales
AFGSU 2 (recyclage 2023)
## LANGUES
Anglais : notions
## CENTRES D’INTÉRÊT
Chorale, randonnée`,
    {
      trades: ["J1501"],
      skills: [
        "aider-toilette",
        "prendre-constantes-patient",
        "servir-repas",
        "aider-prendre-repas",
        "transmettre-informations-equipe",
        "refaire-lit",
        "surveiller-etat-patient",
        "nettoyer-chambre-patient",
      ],
      licences: ["permis-b", "deas", "afgsu"],
      diplomas: ["bac", "cap"],
      languages: { en: "basic" },
      commune: "Tulle",
      months: { J1501: 171, J1301: 36 },
    },
  ),
  writtenCv(
    "aide-a-domicile-fautes",
    "one column",
    `Josiane Peyrat
Tel 05 55 00 11 22
habite a Treignac
permi B + voiture
je recherche un travail d’aide a domicile
## Experience
2016 a 2022 aide a domicile chez ADMR de Treignac
menage, repasage, courses, preparation des repas
aide a la toilette pour les personne agées
2010 2015 garde d’enfants chez particulier
repas et jeux avec les enfant, sortie d’ecole
avant : caissiere a Intermarché 3 ans
## Diplome
CAP employé de colectivité
## Ce que je sais faire
cuisine familiale, entretien du linge
ponctuelle, discrete`,
    {
      trades: ["K1304", "K1302"],
      skills: [
        "entretenir-logement",
        "repasser-linge",
        "faire-courses",
        "preparer-repas",
        "aider-toilette",
        "jouer-avec-enfant",
        "accompagner-enfant-ecole",
        "laver-linge",
        "respecter-horaire",
        "rester-neutre-et-discret",
        "donner-repas-enfant",
      ],
      licences: ["permis-b"],
      diplomas: ["cap"],
      languages: {},
      commune: "Treignac",
      months: { K1304: 72, K1303: 60, D1505: 36 },
    },
  ),
  writtenCv(
    "auxiliaire-de-vie-deux-colonnes",
    "two columns",
    `[side]
## CONTACT
Fatima BENALI
7 avenue Winston-Churchill
19100 Brive-la-Gaillarde
07 60 11 22 33
fatima.benali@exemple.fr
## LANGUES
Français : courant
Arabe : langue maternelle
## PERMIS
Permis B
Véhiculée
## QUALITÉS
Patience
Discrétion
## LOISIRS
Cuisine
Couture
[main]
AUXILIAIRE DE VIE
## PROFIL
Auxiliaire de vie sociale, six ans d’expérience auprès de personnes âgées et handicapées.
## EXPÉRIENCE
01/2020 – à ce jour
Auxiliaire de vie, Azaé Brive
Aide au lever et au coucher, transferts
Aide aux gestes de la vie quotidienne
Accompagnement aux rendez-vous médicaux
06/2016 – 12/2019
Agent d’entretien, Onet Services
Nettoyage de bureaux, lavage des vitres
Utilisation d’autolaveuse
## FORMATION
2020 : Titre professionnel Assistante de vie aux familles (ADVF), GRETA
2021 : Sauveteur secouriste du travail (SST)`,
    {
      trades: ["K1302", "K1311"],
      skills: [
        "aider-personne-se-deplacer",
        "aider-dans-gestes-quotidien",
        "accompagner-sorties",
        "nettoyer-locaux",
        "laver-vitres",
        "utiliser-autolaveuse",
        "rester-neutre-et-discret",
      ],
      licences: ["permis-b", "advf", "sst"],
      diplomas: ["cap"],
      languages: { fr: "fluent", ar: "native" },
      commune: "Brive-la-Gaillarde",
      months: { K1302: 83, K2205: 43 },
    },
  ),
  writtenCv(
    "assistante-maternelle-reprise",
    "one column",
    `CAROLE VERGNE
ASSISTANTE MATERNELLE AGREEE
LE BOURG - 19320 MARCILLAC-LA-CROISILLE
TEL : 06.45.45.45.45
NEE LE 12/05/1979 A LIMOGES
## EXPERIENCE
2019 - 2024 : ASSISTANTE MATERNELLE A DOMICILE
ACCUEIL DES PARENTS, ACTIVITES D’EVEIL, REPAS DES ENFANTS, CHANGES
2015 - 2018 : CONGE PARENTAL
2004 - 2014 : ATSEM, ECOLE MATERNELLE D’EGLETONS
AIDE A L’ENSEIGNANTE, SURVEILLANCE DE LA SIESTE, ENTRETIEN DES CLASSES
## FORMATION
CAP PETITE ENFANCE (2003)
AGREMENT PMI 2019
PSC1
## DIVERS
PERMIS B`,
    {
      trades: ["K1310"],
      skills: [
        "accueillir-familles",
        "eveiller-jeune-enfant",
        "donner-repas-enfant",
        "changer-et-habiller-enfant",
        "preparer-atelier-ecole",
        "surveiller-enfants",
        "nettoyer-locaux",
      ],
      licences: ["permis-b", "cap-aepe", "agrement-assistant-maternel", "psc1"],
      diplomas: ["cap"],
      languages: {},
      commune: "Marcillac-la-Croisille",
      months: { K1310: 60, K1308: 120 },
    },
  ),
  writtenCv(
    "infirmiere-etrangere",
    "one column",
    `Olena KOVALENKO
Adresse : 3 rue des Récollets, 19200 Ussel
olena.kovalenko@exemple.fr | +33 6 98 76 54 32
De nationalité ukrainienne, titre de séjour valable jusqu’en 2027
## Objectif
Trouver un poste d’agent de service hospitalier, en attendant la reconnaissance de mon diplôme
## Parcours professionnel
2012 – 2022 Infirmière, hôpital régional de Lviv
Injections, perfusions, pansements
Tenue des dossiers patients
2023 (8 mois) Femme de chambre, Hôtel Les Messageries, Ussel
Nettoyage des chambres, changement des draps
## Études
2012 Diplôme d’infirmière, Lviv
## Langues
Ukrainien (langue maternelle), russe courant, français B1, anglais A2`,
    {
      trades: ["J1301"],
      skills: [
        "preparer-et-administrer-traitement",
        "poser-perfusion",
        "faire-pansement",
        "tenir-dossier-soins",
        "faire-chambre-hotel",
        "changer-linge",
      ],
      licences: [],
      diplomas: ["bac3"],
      languages: { uk: "native", ru: "fluent", fr: "good", en: "basic" },
      commune: "Ussel",
      months: { J1506: 120, G1501: 8 },
    },
  ),
];
