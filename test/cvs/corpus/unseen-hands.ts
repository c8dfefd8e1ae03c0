import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Work with hands: building, gardens, meat, roofs, cleaning of streets. */
export const unseenHandsCvs: readonly WrittenCv[] = [
  writtenCv(
    "plombier-chauffagiste",
    "two columns",
    `SYLVAIN GUÉRIN
PLOMBIER CHAUFFAGISTE
[side]
## INFOS
Ussel (19200)
06 30 31 32 33
s.guerin@exemple.fr
Permis B + BE
## HABILITATIONS
Attestation fluides frigorigènes cat. 1
Habilitation électrique BR
Professionnel du gaz (PG)
## INFORMATIQUE
Devis sur tablette
[main]
## EXPÉRIENCE
Plombier chauffagiste
Énergies du Plateau – Ussel
mai 2015 – sept. 2026
Installation de chaudières à granulés et de pompes à chaleur
Entretien annuel des chaudières, dépannage
Pose de sanitaires et de salles de bains complètes
Soudure cuivre, PER, multicouche
Plombier
SARL Chaumeil et fils
2011 – 2015
Recherche de fuites, remplacement de robinetterie
## FORMATION
BP Monteur en installations du génie climatique – 2013
CAP Installateur sanitaire – 2011`,
    {
      trades: ["F1603", "F1620"],
      skills: [
        "poser-chaudiere",
        "poser-pompe-chaleur",
        "entretenir-chaudiere",
        "poser-sanitaires",
        "souder-tuyaux-cuivre",
        "reparer-fuite",
        "etablir-devis",
      ],
      licences: ["permis-b", "permis-be", "fluides-frigorigenes", "habilitation-br", "qualigaz"],
      diplomas: ["bac", "cap"],
      languages: {},
      commune: "Ussel",
      months: {},
    },
  ),
  writtenCv(
    "paysagiste-casse",
    "one column",
    `CV DE ROMAIN BESSE
OUVRIER PAYSAGISTE
ADRESSE LE MONS 19510 MASSERET
TELEPHONE 06 20 21 22 23
## MES EXPERIENCES
2022 2026 OUVRIER PAYSAGISTE CHEZ VERT LIMOUSIN
TONTE, TAILLE DE HAIES, PLANTATION D ARBUSTES
POSE DE CLOTURES, CREATION DE MURETS, DALLAGE
CONDUITE DE MINI PELLE
2020 2022 AGENT D ENTRETIEN DES ESPACES VERTS COMMUNAUTE DE COMMUNES D UZERCHE
DEBROUSSAILLAGE, DESHERBAGE, ARROSAGE
2019 (3 MOIS) OUVRIER AGRICOLE RAMASSAGE DES POMMES A POMPADOUR
## MES FORMATIONS
BAC PRO AMENAGEMENTS PAYSAGERS 2019 LYCEE DE VOUTEZAC
CACES R482 A
CERTIPHYTO OPERATEUR
## DIVERS
PERMIS B PERMIS REMORQUE
RECONNAISSANCE TRAVAILLEUR HANDICAPE (SURDITE PARTIELLE)`,
    {
      trades: ["A1208", "A1203"],
      skills: [
        "tondre",
        "tailler-haies",
        "planter-arbres",
        "poser-portail",
        "monter-muret",
        "poser-dalles",
        "conduire-pelle-mecanique",
        "debroussailler",
        "desherber",
        "arroser",
        "cueillir-fruits",
      ],
      licences: ["permis-b", "permis-be", "caces-r482-a", "certiphyto"],
      diplomas: ["bac"],
      languages: {},
      commune: "Masseret",
      months: { A1203: 24 },
    },
  ),
  writtenCv(
    "ouvriere-abattoir-roumaine",
    "one column",
    `Elena Popescu
nationalité roumaine
16, boulevard Koenig, Brive-la-Gaillarde
elena.popescu@exemple.fr
0033 6 43 44 45 46

Emploi souhaité : opératrice en agroalimentaire

Expérience
Ouvrière d’abattoir, Charal Egletons, nov. 2021 - oct. 2025
découpe et parage de viande, mise en barquettes, port de charges, travail au froid
Ouvrière de conditionnement, saison des pommes, Limdor, 2019 et 2020
calibrage, tri, mise en carton
Professeure de mathématiques, Bacau (Roumanie), 2008-2018

Études
Licence de mathématiques, université de Iasi, Roumanie, 2008

Langues
Roumain (langue maternelle) ; français niveau B2 ; italien B1

Informations
Permis B
Hygiène et HACCP : formation interne 2022`,
    {
      trades: ["H2105", "H2101", "H2103"],
      skills: ["decouper-viande", "emballer-produits", "porter-charges", "travailler-froid", "trier-fruits"],
      licences: ["permis-b", "haccp"],
      diplomas: ["bac3"],
      languages: { ro: "native", fr: "good", it: "good" },
      commune: "Brive-la-Gaillarde",
      months: { H2101: 48 },
    },
  ),
  writtenCv(
    "couvreur-ocr",
    "one column",
    `Damien Cou1oumy
Couvreur zlngueur
l9250 Meymac - O6 58 59 60 61

EXPERlENCES PROFESSlONNELLES
2OO8 - 2O16 Couvreur, Toitures Corréziennes
Pose d'ardoises et de tuiles, zinguerie, gouttières
2O16 - 2O26 Couvreur a son cornpte
Devis, suivi de chantier, pose de fenêtres de toit, démoussage
Montage d'échafaudages

FORMATlON
2OO8 CAP Couvreur
Travail en hauteur, echafaudage R4O8

Perrnis B`,
    {
      trades: ["F1619"],
      skills: [
        "poser-couverture",
        "travailler-zinc",
        "poser-gouttieres",
        "etablir-devis",
        "suivre-chantier",
        "poser-fenetres",
        "monter-echafaudage",
      ],
      licences: ["permis-b", "travail-hauteur", "echafaudage"],
      diplomas: ["cap"],
      languages: {},
      commune: "Meymac",
      months: { F1619: 216 },
    },
  ),
  writtenCv(
    "peintre-prose",
    "one column",
    `Marc VIGNAL
Beaulieu-sur-Dordogne
Tél 06 91 92 93 94

Bonjour, je m’appelle Marc, j’ai 55 ans et je suis peintre en bâtiment.
J’ai travaillé 12 ans comme peintre dans l’entreprise Deco Sud à Brive, puis 10 ans à mon compte.
Je sais préparer les murs, poncer, poser du papier peint et de la toile de verre, peindre au pistolet et faire des ravalements de façade.
Avant j’ai été plaquiste pendant 4 ans.
J’ai le permis B, le CACES nacelle et l’habilitation travail en hauteur.
Je cherche un CDI pas trop loin de chez moi.`,
    {
      trades: ["F1606"],
      skills: ["preparer-mur-avant-peinture", "poncer", "poser-papier-peint", "peindre-pistolet", "ravaler-facade"],
      licences: ["permis-b", "caces-r486-b", "travail-hauteur"],
      diplomas: [],
      languages: {},
      commune: "Beaulieu-sur-Dordogne",
      months: { F1604: 48 },
    },
  ),
];
