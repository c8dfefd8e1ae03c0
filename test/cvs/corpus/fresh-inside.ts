import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Shops, schools, offices, care. */
export const freshInsideCvs: readonly WrittenCv[] = [
  writtenCv(
    "charcutier-bavard",
    "one column",
    `Bonjour,
je m'appelle Didier Froidefond et je suis charcutier traiteur depuis plus de vingt ans.
J'habite Lubersac (19210), on peut m'appeler au 06-54-54-54-54.
J'ai appris le métier chez mon oncle, puis j'ai travaillé à Objat chez Maison Peyrat de 2003 à 2012 comme charcutier.
De 2012 à 2025 j'étais chef de laboratoire en charcuterie chez Intermarché Lubersac, avec deux apprentis.
Je sais désosser, découper les viandes, fabriquer pâtés, boudins et saucissons, préparer des plats cuisinés pour les traiteurs et tenir le rayon.
Je connais bien les règles d'hygiène (HACCP, 2019) et je peux passer les commandes aux fournisseurs.
CAP charcutier en 2001 et brevet professionnel en 2003.
Je conduis (permis B), je parle un peu l'espagnol.
Je cherche à me rapprocher de chez moi, même à temps partiel.`,
    {
      trades: ["D1103", "D1101"],
      skills: [
        "desosser-carcasse",
        "decouper-viande",
        "fabriquer-charcuterie",
        "preparer-plats-cuisines",
        "appliquer-regles-hygiene-alimentaire",
        "passer-commande",
        "encadrer-equipe",
      ],
      licences: ["permis-b", "haccp"],
      diplomas: ["cap", "bac"],
      languages: { es: "basic" },
      commune: "Lubersac",
      months: { D1103: 264 },
    },
  ),
  writtenCv(
    "estheticienne-table",
    "table",
    `Mélissa Bordas — esthéticienne diplômée
Tulle · 06 91 92 93 94 · melissa.bordas@exemple.fr
## Expériences
2021–2026 :: Esthéticienne, institut Douce Heure, Tulle
 :: Soins du visage, épilations, maquillage, modelage du corps, manucure
 :: Vente de produits, prise de rendez-vous, encaissement
2020–2021 :: Conseillère beauté, Sephora, Brive (CDD de 10 mois)
2019 :: Stage (8 semaines), spa de La Bourboule
## Diplômes
2020 :: BP Esthétique cosmétique parfumerie
2018 :: CAP Esthétique
## Langues
Anglais :: A2
Italien :: B1
## Déplacements
Permis B, petite voiture`,
    {
      trades: ["D1208"],
      skills: [
        "soigner-visage",
        "epiler",
        "maquiller",
        "masser-client",
        "soigner-mains",
        "vendre-produits-beaute",
        "prendre-rendez-vous",
        "encaisser-client",
      ],
      licences: ["permis-b", "cap-esthetique"],
      diplomas: ["bac", "cap"],
      languages: { en: "basic", it: "good" },
      commune: "Tulle",
      months: { D1208: 60 },
    },
  ),
  writtenCv(
    "aesh-reprise",
    "one column",
    `Nadège Couderc
Accompagnante d’élèves en situation de handicap (AESH)
nadege.couderc@exemple.fr – 07 81 18 81 18 – Seilhac
— Pourquoi moi —
Patiente, discrète, à l’écoute des enfants et des enseignants.
— Ce que je sais faire —
• Aider un élève à écrire, reformuler les consignes
• Accompagner les sorties scolaires
• Jouer avec les enfants, surveiller la cour et la cantine
• Changer un petit, aider au repas
— Où j’ai travaillé —
AESH, école de Seilhac (sept. 2023 – juil. 2026)
Assistante maternelle agréée à mon domicile (2012 – 2022)
Vendeuse en boulangerie, Chamboulive (2008 – 2011)
— Ce que j’ai appris —
DEAES, spécialité éducation inclusive (VAE 2025)
CAP Petite enfance, 2011
Bac STT 2007 (Anglais notions)
PSC1, 2023
Permis B`,
    {
      trades: ["K2113"],
      skills: [
        "aider-eleve-ecrire",
        "reformuler-consigne",
        "accompagner-sorties",
        "jouer-avec-enfant",
        "surveiller-enfants",
        "changer-et-habiller-enfant",
        "aider-prendre-repas",
      ],
      licences: ["deaes", "psc1", "permis-b", "cap-aepe"],
      diplomas: ["cap", "bac"],
      languages: { en: "basic" },
      commune: "Seilhac",
      months: { K2113: 35, K1310: 120, D1106: 36 },
    },
  ),
  writtenCv(
    "secretaire-mairie-colonnes",
    "two columns",
    `[side]
COORDONNÉES
Hélène MARCILLAC
19550 Lapleau
helene.marcillac@exemple.fr
05 55 27 00 00
INFORMATIQUE
Word, Excel
Berger-Levrault
LANGUES
Anglais (B1)
Allemand (notions)
PERMIS
B
[main]
SECRÉTAIRE DE MAIRIE
14 ans au service des communes rurales
PARCOURS
Secrétaire de mairie — commune de Soursac
Depuis janvier 2016
Préparation du conseil municipal et du budget
État civil, élections, urbanisme
Accueil et renseignement des habitants
Paie des agents
Adjointe administrative — communauté de communes Ventadour
2012 – 2015
Accueil téléphonique, courrier, classement
ÉTUDES
DUT Carrières juridiques, 2011
Baccalauréat ES, 2009`,
    {
      trades: ["K1406"],
      skills: [
        "utiliser-traitement-texte",
        "utiliser-tableur",
        "preparer-conseil-municipal",
        "preparer-budget-public",
        "tenir-etat-civil",
        "accueillir-public",
        "renseigner-usager",
        "etablir-paie",
        "repondre-telephone",
        "rediger-courrier",
        "classer-documents",
      ],
      licences: ["permis-b"],
      diplomas: ["bac2", "bac"],
      languages: { en: "good", de: "basic" },
      commune: "Lapleau",
      months: { K1406: 131, M1602: 36 },
    },
  ),
  writtenCv(
    "ambulanciere-notes",
    "one column",
    `* Sonia PRADEL * ambulancière DE *
Ussel - 0769696969 - PERMIS B (attestation préfecture) - véhicule

Ambulances Haute-Corrèze, Ussel (mai 22 > auj.)
=> ambulancière : transport de patients, conduite d'urgence, surveillance, désinfection du véhicule
EHPAD du Parc, Meymac (18-22)
=> ASH : ménage des chambres, service des repas, lits
Leclerc Ussel (2016, 6 mois)
=> caissière

-- diplômes --
DE ambulancier 2022 (IFA Limoges), AFGSU 2
BEP sanitaire et social 2015
-- langues --
espagnol : lu, écrit, parlé
anglais : niveau lycée`,
    {
      trades: ["J1305"],
      skills: [
        "installer-et-transporter-patient",
        "conduire-ambulance",
        "surveiller-etat-patient",
        "desinfecter-vehicule-sanitaire",
        "nettoyer-chambre-patient",
        "servir-repas",
      ],
      licences: ["permis-b", "dea", "afgsu"],
      diplomas: ["cap"],
      languages: { es: "good", en: "good" },
      commune: "Ussel",
      months: { J1305: 54, J1301: 48, D1505: 6 },
    },
  ),
];
