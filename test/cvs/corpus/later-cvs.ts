import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Written once the forty were read well, to see what the reader makes of CVs that nothing was changed for. */
export const laterCvs: readonly WrittenCv[] = [
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
  writtenCv(
    "hotesse-de-caisse-fautes",
    "one column",
    `Cindy Laval
22ans
19410 perpezac le noir
0634343434
Hotesse de caise / employé de rayon
Experiences
-Leclerc Brive : hotesse de caisse (1an)
encaisement, acceuil des client
-Lidl Uzerche : stage 1 mois mise en rayon
-Baby siting pendant mes etude
Formations
-Bac pro vente 2023
-brevet
Competance
acceuil, sourire, ponctuel, informatique (word)
Permis B depuis 2024
Langue
Espagnol moyen`,
    {
      trades: ["D1505"],
      skills: [
        "encaisser-client",
        "accueillir-client",
        "mettre-en-rayon",
        "garder-enfant",
        "respecter-horaire",
        "utiliser-traitement-texte",
      ],
      licences: ["permis-b"],
      diplomas: ["bac", "none"],
      languages: { es: "good" },
      commune: "Perpezac-le-Noir",
      months: { D1505: 12 },
    },
  ),
  writtenCv(
    "assistante-rh",
    "one column",
    `Aurélie Fontanel
ASSISTANTE RESSOURCES HUMAINES
5 quai Aristide-Briand 19000 Tulle | aurelie.fontanel@exemple.fr | 06 01 02 03 04

PROFIL PROFESSIONNEL
Six ans d’expérience en gestion du personnel, je cherche un poste à temps plein.

EXPÉRIENCE PROFESSIONNELLE
Assistante RH, Polyrey, Couze (Dordogne) – octobre 2020 à septembre 2026
– Établissement des contrats de travail, DPAE, suivi des absences
– Préparation de la paie (Silae), déclarations sociales
– Tri des candidatures et organisation des entretiens
Secrétaire, étude notariale Me Pouget, Tulle – 2017 à 2020
– Frappe d’actes, accueil téléphonique, tenue de l’agenda

FORMATION
Licence professionnelle Métiers de la GRH, Limoges, 2017
BTS Assistant de manager, 2016

LANGUES ET INFORMATIQUE
Anglais B2, pack Office`,
    {
      trades: ["M1501"],
      skills: [
        "rediger-contrat-travail",
        "suivre-absences",
        "etablir-paie",
        "declarer-cotisations",
        "trier-candidatures",
        "mener-entretien",
        "repondre-telephone",
        "tenir-agenda",
        "rediger-acte",
        "utiliser-traitement-texte",
        "utiliser-tableur",
        "tenir-dossier-personnel",
      ],
      licences: [],
      diplomas: ["bac3", "bac2"],
      languages: { en: "good" },
      commune: "Tulle",
      months: { M1501: 72, M1607: 36 },
    },
  ),
  writtenCv(
    "maraicher",
    "two columns",
    `[side]
GUILLAUME TEIL
19310 Ayen
06 89 89 89 89
gteil@exemple.fr
PERMIS B
CERTIPHYTO
LANGUES
Anglais courant
Occitan (notions)
[main]
OUVRIER MARAÎCHER
EXPÉRIENCE
Ouvrier maraîcher
Les Jardins d’Ayen, agriculture biologique
Février 2020 à ce jour
Semis, plantation, désherbage manuel, irrigation
Récolte de légumes, vente sur les marchés
Saisonnier
Vergers de Pompadour
Automnes 2018 et 2019
Cueillette de pommes
FORMATION
BPREA maraîchage biologique, Voutezac, 2019
Licence de sociologie, Bordeaux, 2015`,
    {
      trades: ["A1433"],
      skills: ["semer-et-planter", "desherber", "arroser", "recolter-legumes", "vendre-marche", "cueillir-fruits"],
      licences: ["permis-b", "certiphyto"],
      diplomas: ["bac", "bac3"],
      languages: { en: "fluent", oc: "basic" },
      commune: "Ayen",
      months: { A1433: 82 },
    },
  ),
  writtenCv(
    "agent-entretien-caps",
    "one column",
    `MARIE-CHRISTINE BOUYSSET
AGENT D’ENTRETIEN
RUE DES MARTYRS 19800 CORREZE
0555212223
NATIONALITE FRANCAISE VEUVE
EXPERIENCES
DE 2008 A 2024 AGENT D ENTRETIEN DES LOCAUX SCOLAIRES MAIRIE DE CORREZE
NETTOYAGE DES CLASSES ET DES SANITAIRES
SERVICE DE CANTINE PLONGE
DE 1998 A 2007 OUVRIERE EN CONFECTION USINE LEGER
PIQUAGE REPASSAGE
DIPLOMES
CERTIFICAT D ETUDES
CAP COUTURE
DIVERS
PERMIS B SECOURISTE DU TRAVAIL`,
    {
      trades: ["K2205", "K2204"],
      skills: [
        "nettoyer-locaux",
        "nettoyer-salle-bains",
        "servir-repas",
        "faire-plonge",
        "repasser-linge",
        "coudre-machine",
      ],
      licences: ["permis-b", "sst"],
      diplomas: ["none", "cap"],
      languages: {},
      commune: "Corrèze",
      months: { K2205: 192, H2402: 108 },
    },
  ),
  writtenCv(
    "teleconseiller-reconversion",
    "one column",
    `Yoann Pestourie
Projet : devenir conducteur de bus
Télétravail ou Brive et 20 km
06 77 78 79 80 - yoann.pestourie@exemple.fr
18 rue Blaise-Raynal, 19100 Brive-la-Gaillarde
Parcours
02/2021-08/2026 Téléconseiller, Webhelp (service client, appels entrants, réclamations)
2018-2020 Vendeur en téléphonie, The Phone House, Malemort (conseil client, encaissement)
2016-2017 Animateur périscolaire, mairie d’Ussac (6 mois)
Formation
Titre pro Conseiller relation client à distance (niveau 4), 2021
Bac ES 2015
Permis et titres
Permis B ; permis D obtenu en juin 2026 ; FIMO voyageurs 2026
Langues
Anglais courant, portugais (langue maternelle)`,
    {
      trades: ["N4103", "N4109"],
      skills: ["repondre-telephone", "traiter-reclamation", "conseiller-client", "encaisser-client"],
      licences: ["permis-b", "permis-d", "fimo-voyageurs"],
      diplomas: ["bac"],
      languages: { en: "fluent", pt: "native" },
      commune: "Brive-la-Gaillarde",
      months: { D1408: 67 },
    },
  ),
];
