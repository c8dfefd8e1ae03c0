import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Shops, offices, roads. */
export const laterPlacesCvs: readonly WrittenCv[] = [
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
