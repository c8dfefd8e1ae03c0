import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Roads, stores, managers, code and town halls. */
export const unseenMoversCvs: readonly WrittenCv[] = [
  writtenCv(
    "conductrice-de-car",
    "table",
    `Isabelle Rouveix
Conductrice de car
23 avenue Victor-Hugo, 19500 Meyssac
06 47 48 49 50 — isabelle.rouveix@exemple.fr
## EXPÉRIENCES
2018 à ce jour :: Conductrice d’autocar, Faure Limousin Voyages
 :: Ramassage scolaire, lignes régulières, vente de tickets
 :: Contrôle du véhicule avant départ, nettoyage du car
2011 – 2018 :: Factrice, La Poste, Meyssac
 :: Tri et distribution du courrier
2006 – 2011 :: Aide-ménagère, particuliers
## PERMIS ET TITRES
Permis :: B, D
FIMO voyageurs :: 2018, FCO 2023
SST :: 2022
## FORMATION
2018 :: Titre professionnel conducteur de transport en commun, AFTRAL
2005 :: BEP sanitaire et social`,
    {
      trades: ["N4103", "N4109"],
      skills: [
        "conduire-car",
        "vendre-titre-transport",
        "controler-etat-vehicule",
        "nettoyer-vehicule",
        "trier-courrier",
        "distribuer-courrier",
      ],
      licences: ["permis-b", "permis-d", "fimo-voyageurs", "sst"],
      diplomas: ["cap"],
      languages: {},
      commune: "Meyssac",
      months: { M1603: 84 },
    },
  ),
  writtenCv(
    "magasinier",
    "two columns",
    `[side]
## Cédric NOUAILLE
Magasinier cariste
19360 Cosnac
06 15 16 17 18
cedric.nouaille@exemple.fr
## Permis / CACES
B
R489 : 1B, 3, 5
R485 cat. 2
## Logiciels
SAP, Excel
## Langues
Anglais A2
## Traits
Rigoureux
Esprit d’équipe
[main]
## EXPÉRIENCES
MAGASINIER – Photonis, Brive
Oct. 2016 – Mars 2026
Réception et contrôle des livraisons
Tenue des stocks sous SAP, inventaires tournants
Approvisionnement des lignes de production
PRÉPARATEUR DE COMMANDES – Logidis
2013 – 2016
Picking, palettisation
EMPLOYÉ LIBRE SERVICE – Super U
Étés 2011 et 2012
Mise en rayon
## FORMATION
Bac pro Logistique (2013)`,
    {
      trades: ["N1110", "N1101"],
      skills: [
        "receptionner-marchandises",
        "tenir-stock",
        "faire-inventaire",
        "alimenter-machine",
        "preparer-commande",
        "monter-palette",
        "mettre-en-rayon",
        "utiliser-tableur",
        "travailler-en-equipe",
      ],
      licences: ["permis-b", "caces-r489-1b", "caces-r489-3", "caces-r489-5", "caces-r485-2"],
      diplomas: ["bac"],
      languages: { en: "basic" },
      commune: "Cosnac",
      months: { N1110: 114, N1103: 36, D1507: 4 },
    },
  ),
  writtenCv(
    "responsable-magasin",
    "one column",
    `Stéphanie LAGRANGE
Responsable de magasin
Résidence Les Chapélies, 19100 Brive-la-Gaillarde
Mobile : +33 (0)6 55 56 57 58
Courriel : stephanie.lagrange@exemple.fr
Mariée, mère de deux filles
## Expérience professionnelle
RESPONSABLE DE MAGASIN, Gifi, Tulle, 04/2017 – 10/2026
• Management d’une équipe de 8 personnes, plannings, recrutement
• Suivi du chiffre d’affaires et des indicateurs
• Implantation des rayons, merchandising
ADJOINTE RESPONSABLE, Noz, Brive, 2012 – 2017
• Ouverture et fermeture, clôture de caisse
• Gestion des litiges clients
VENDEUSE EN PRÊT-À-PORTER, Promod, 2007 – 2012
## Formation
2007 BTS Management des unités commerciales, lycée d’Arsonval
2005 Bac STT action commerciale
## Compétences linguistiques
Anglais : intermédiaire (B1)
Portugais : bilingue
## Engagement
Membre de la CFDT, bénévole aux Restos du cœur`,
    {
      trades: ["D1302"],
      skills: [
        "encadrer-equipe",
        "etablir-plannings",
        "recruter-personnel",
        "suivre-indicateurs",
        "implanter-rayon",
        "tenir-caisse",
        "traiter-reclamation",
      ],
      licences: [],
      diplomas: ["bac2", "bac"],
      languages: { en: "good", pt: "fluent" },
      commune: "Brive-la-Gaillarde",
      months: { D1302: 115, D1214: 60 },
    },
  ),
  writtenCv(
    "developpeuse-web",
    "one column",
    `Chloé Sauviat
Développeuse web en recherche d’alternance
Limoges (87000), mobile sur la Corrèze
chloe.sauviat@exemple.fr | github.com/chloe-exemple
24 ans
COMPÉTENCES
HTML, CSS, JavaScript, PHP (Symfony), SQL
Maquettage (Figma), WordPress
Git, méthode agile
EXPÉRIENCE
Février – mai 2026 : stage de développeuse web, agence Pixel & Co, Brive (intégration de maquettes, création de sites WordPress)
2021 – 2024 : équipière polyvalente, McDonald’s (caisse, préparation des commandes, nettoyage de la salle)
FORMATION
2025-2026 : formation développeur web et web mobile (niveau 5), en cours
2021 : bac général, lycée Léonard-Limosin
LANGUES
Anglais C1, japonais débutant
LOISIRS
Jeux vidéo, dessin`,
    {
      trades: ["M1855", "M1805"],
      skills: [
        "programmer-site-web",
        "integrer-page-web",
        "utiliser-base-donnees",
        "travailler-en-mode-projet",
        "encaisser-client",
        "nettoyer-salle",
      ],
      licences: [],
      diplomas: ["bac"],
      languages: { en: "fluent" },
      commune: "Limoges",
      months: { M1855: 4, G1603: 36 },
    },
  ),
  writtenCv(
    "secretaire-de-mairie",
    "table",
    `Annie CHASSAGNE
Secrétaire de mairie
Le Bourg, 19140 Condat-sur-Ganaveix
Tél. 05 55 73 00 00
## PARCOURS
Depuis le 01/09/2014 :: Secrétaire de mairie, communes de Condat-sur-Ganaveix et Espartignac
 :: Accueil du public, état civil, préparation du budget communal
 :: Préparation des conseils municipaux, rédaction des délibérations
 :: Urbanisme, paie des agents
2009 – 2014 :: Assistante comptable, Coopérative agricole d’Uzerche
 :: Facturation, relances clients
2003 – 2009 :: Agent d’accueil, office de tourisme de Vigeois
 :: Renseignement des touristes en anglais, billetterie
## FORMATION
2003 :: BTS Assistant de gestion
2001 :: Baccalauréat ES
## DIVERS
Informatique :: Word, Excel, Berger-Levrault
Langues :: Anglais courant, allemand lu
Permis :: B
Engagement :: Paroisse et chorale`,
    {
      trades: ["K1406"],
      skills: [
        "accueillir-public",
        "tenir-etat-civil",
        "preparer-budget-public",
        "preparer-conseil-municipal",
        "instruire-permis-construire",
        "etablir-paie",
        "etablir-facture",
        "relancer-client",
        "renseigner-visiteur",
        "vendre-titre-transport",
        "utiliser-traitement-texte",
        "utiliser-tableur",
      ],
      licences: ["permis-b"],
      diplomas: ["bac2", "bac"],
      languages: { en: "fluent", de: "good" },
      commune: "Condat-sur-Ganaveix",
      months: { K1406: 147, M1213: 60, M1601: 72 },
    },
  ),
];
