import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Building, wood, farms and forests. */
export const seenBuildingCvs: readonly WrittenCv[] = [
  writtenCv(
    "macon",
    "one column",
    `João FERREIRA
Maçon coffreur
19460 Naves
06 22 33 44 55
RQTH
## EXPERIENCE
2017-2025 Maçon, SARL Lagarde, Naves
Fondations, coulage de dalles, montage de parpaings
Lecture de plans, coffrage
2009-2017 Maçon, Construções Silva, Porto (Portugal)
Enduits, pose de carrelage
## FORMATION
Titre professionnel maçon (AFPA, 2018)
CACES R482 cat. A et F
Travail en hauteur, SST
## LANGUES
Portugais : langue maternelle
Français : lu, parlé
## PERMIS
B et BE`,
    {
      trades: ["F1703"],
      skills: ["couler-beton", "monter-mur", "lire-plan", "poser-coffrage", "faire-enduit", "poser-carrelage"],
      licences: ["permis-b", "permis-be", "caces-r482-a", "caces-r482-f", "travail-hauteur", "sst"],
      diplomas: ["cap"],
      languages: { pt: "native", fr: "good" },
      commune: "Naves",
      months: { F1703: 192 },
    },
  ),
  writtenCv(
    "electricien-deux-colonnes",
    "two columns",
    `Thomas ROCHE
ÉLECTRICIEN DU BÂTIMENT
[side]
## Coordonnées
12 impasse du Lavoir
19270 Ussac
06 70 80 90 10
thomas.roche@exemple.fr
## Permis
Permis B et véhicule
## Habilitations
B1V, B2V, BR, BC
H0
CACES R486 B
## Langues
Anglais : technique
## Loisirs
Rugby, moto
[main]
## Expériences professionnelles
Électricien – Eiffage Énergie, Brive
Avril 2019 – octobre 2025
Tirage de câbles, pose de prises et de luminaires
Raccordement de tableaux électriques
Recherche de pannes
Aide-électricien – Intérim Manpower
2017 – 2019
Pose de chemins de câbles, saignées
## Formations
Bac pro MELEC, lycée Cabanis, Brive – 2017`,
    {
      trades: ["F1602"],
      skills: [
        "tirer-cables",
        "poser-prises-et-luminaires",
        "raccorder-tableau-electrique",
        "rechercher-panne-electrique",
      ],
      licences: [
        "permis-b",
        "habilitation-b1-b2",
        "habilitation-br",
        "habilitation-bc",
        "habilitation-b0-h0",
        "caces-r486-b",
      ],
      diplomas: ["bac"],
      languages: {},
      commune: "Ussac",
      months: { F1602: 103 },
    },
  ),
  writtenCv(
    "bucheron",
    "one column",
    `Mathieu Bourzat
célibataire, sans enfant
Meymac 19250
tel: 0788990011
Bûcheron - élagueur
## Parcours
Depuis 2021 : élagueur, entreprise Arbo Limousin
Taille et élagage, abattage, broyage de branches, travaux sur cordes
2018 / 2021 : bûcheron chez ETF Mazière (débardage, entretien de la tronçonneuse)
Eté 2016 et 2017 : saisonnier agricole, récolte de pommes
## Formation
CS élagage, Meymac 2020
BPA travaux forestiers 2018
Certiphyto
## Autres
Permis B et BE
Engagé à la CGT locale`,
    {
      trades: ["A1209", "A1201"],
      skills: [
        "elaguer-arbres",
        "abattre-arbres",
        "broyer-branches",
        "travailler-sur-cordes",
        "debarder-bois",
        "entretenir-tronconneuse",
        "cueillir-fruits",
      ],
      licences: ["permis-b", "permis-be", "certiphyto"],
      diplomas: ["cap"],
      languages: {},
      commune: "Meymac",
      months: { A1209: 64, A1201: 36 },
    },
  ),
  writtenCv(
    "ouvrier-agricole-ocr",
    "one column",
    `Yannick LAFON
0uvrier agricole p0lyvalent
l9800 Corrèze
06 11 11 11 22
## EXPÉR1ENCE
2O15 – 2O24 : Ouvrier agricole, GAEC des Bruyères
Conduite de tracteurs, traite des vaches, alimentation du troupeau
Réparation de clôtures, récolte du foin
2O12 - 2O15 : Manutenti0nnaire, Intermarché Tulle
Décharqement de camions, mise en rayon
## FORRNATION
BEPA élevage, Lycée agricole de Naves (2012)
## PERM1S
Permis B, CACES R489 cat. 3`,
    {
      trades: ["A1419"],
      skills: [
        "conduire-tracteur",
        "traire",
        "nourrir-animaux",
        "reparer-cloture",
        "recolter-fourrages",
        "charger-et-decharger-vehicule",
        "mettre-en-rayon",
      ],
      licences: ["permis-b", "caces-r489-3"],
      diplomas: ["cap"],
      languages: {},
      commune: "Corrèze",
      months: { A1419: 108, N1105: 36 },
    },
  ),
  writtenCv(
    "menuisier-tableau",
    "table",
    `Christophe Mons – Menuisier poseur
Le Puy Chalard, 19230 Arnac-Pompadour – 06 54 54 54 54 – mons.christophe@exemple.fr
## Expérience
01/2022 à ce jour :: Menuisier poseur – Menuiserie Vialle (Lubersac)
 :: Pose de fenêtres, de volets roulants et de portails
 :: Prise de cotes, rédaction de devis
2010 – 2021 :: Menuisier d’atelier – Ateliers du Bois, Uzerche
 :: Fabrication d’escaliers et de meubles, machines à bois, ponçage, vernissage
## Diplômes
2010 :: Brevet professionnel menuisier
2008 :: CAP menuisier fabricant
## Divers
Permis :: B, BE, C
Langues :: Anglais intermédiaire`,
    {
      trades: ["H2206", "F1616"],
      skills: [
        "poser-fenetres",
        "poser-volets",
        "poser-portail",
        "prendre-mesures",
        "etablir-devis",
        "fabriquer-meuble",
        "utiliser-machines-bois",
        "poncer",
        "plaquer-et-vernir-bois",
        "fabriquer-ouvrage-en-bois",
      ],
      licences: ["permis-b", "permis-be", "permis-c"],
      diplomas: ["bac", "cap"],
      languages: { en: "good" },
      commune: "Arnac-Pompadour",
      months: {},
    },
  ),
];
