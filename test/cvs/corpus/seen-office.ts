import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Offices, public service, education, digital, security. */
export const seenOfficeCvs: readonly WrittenCv[] = [
  writtenCv(
    "secretaire-medicale",
    "two columns",
    `Hélène BORIE
Secrétaire médicale
[side]
## Me contacter
19000 TULLE
07 11 22 33 44
helene.borie@exemple.fr
## Compétences
Accueil physique et téléphonique
Prise de rendez-vous (Doctolib)
Frappe de comptes rendus
Facturation
Word, Excel
## Langues
Anglais courant (C1)
Italien : notions
[main]
## Expériences
Secrétaire médicale | Cabinet de radiologie, Tulle
Janv. 2019 – Déc. 2024
Gestion des dossiers patients, terminologie médicale
Assistante administrative | Mairie de Seilhac
2015 – 2018
Tenue de l’état civil, classement
## Formation
BTS SP3S – Lycée Edmond-Perrier – 2015
Bac ST2S – 2013`,
    {
      trades: ["M1609"],
      skills: [
        "accueillir-public",
        "repondre-telephone",
        "prendre-rendez-vous",
        "saisir-compte-rendu-medical",
        "etablir-facture",
        "utiliser-traitement-texte",
        "utiliser-tableur",
        "tenir-dossier-soins",
        "tenir-etat-civil",
        "classer-documents",
      ],
      licences: [],
      diplomas: ["bac2", "bac"],
      languages: { en: "fluent", it: "basic" },
      commune: "Tulle",
      months: { M1609: 72 },
    },
  ),
  writtenCv(
    "comptable",
    "one column",
    `Laurent Mazeau
Comptable
8 place Gambetta 19300 Égletons
l.mazeau@exemple.fr – 06 31 32 33 34
Marié, deux enfants (8 et 11 ans)
## Synthèse
Comptable expérimenté, dix ans en cabinet et en entreprise
## Parcours professionnel
Comptable, Charpentes Piveteau, Égletons, mars 2016 – novembre 2025
Saisie comptable, déclarations de TVA, rapprochements bancaires
Bulletins de paie et déclarations sociales (DSN)
Relance des impayés
Assistant comptable, cabinet In Extenso, Tulle, sept. 2012 – févr. 2016
Établissement des bilans, Sage et Cegid
## Formation
2012 DCG (licence), Limoges
2010 BTS Comptabilité et gestion
## Langues
Anglais lu, écrit, parlé
Allemand scolaire
## Engagements
Conseiller municipal de 2014 à 2020
Trésorier du club de foot`,
    {
      trades: ["M1203"],
      skills: [
        "saisir-ecriture-comptable",
        "declarer-tva",
        "rapprocher-compte-bancaire",
        "etablir-paie",
        "declarer-cotisations",
        "relancer-client",
        "etablir-bilan",
      ],
      licences: [],
      diplomas: ["bac3", "bac2"],
      languages: { en: "good", de: "basic" },
      commune: "Égletons",
      months: { M1203: 117, M1213: 42 },
    },
  ),
  writtenCv(
    "agent-securite",
    "one column",
    `Karim Haddad
Agent de sécurité SSIAP 1
Brive-la-Gaillarde (19)
06 40 41 42 43
## Qualifications
Carte professionnelle CNAPS valable jusqu’en 2029
TFP APS 2019
SSIAP 1 (recyclage 2024)
SST
Permis B
## Expériences
2019 – 2025 Agent de sécurité, Securitas (sites industriels, hypermarché)
Contrôle d’accès, rondes, vidéosurveillance, rédaction de rapports
2015 – 2019 Agent polyvalent de restauration, Sodexo
Service au self, plonge, nettoyage de la salle
## Langues
Arabe (bilingue), anglais (conversation)`,
    {
      trades: ["K2503"],
      skills: [
        "controler-acces",
        "faire-ronde",
        "surveiller-ecrans",
        "rediger-rapport",
        "servir-repas",
        "faire-plonge",
        "nettoyer-salle",
      ],
      licences: ["permis-b", "carte-cnaps", "cqp-aps", "ssiap-1", "sst"],
      diplomas: [],
      languages: { ar: "fluent", en: "good" },
      commune: "Brive-la-Gaillarde",
      months: { K2503: 72, G1607: 48 },
    },
  ),
  writtenCv(
    "animatrice-debutante",
    "one column",
    `Léa Vialatte
17 lotissement des Prés, Donzenac
lea.vialatte@exemple.fr
Recherche un emploi saisonnier d’animatrice en accueil de loisirs
## Formations et diplômes
Licence STAPS en cours (2e année), Limoges
Bac général 2023, mention bien
BAFA (2023)
PSC1
## Expériences
Juillet 2023 et juillet 2024 : animatrice, accueil de loisirs de Donzenac
Grands jeux, activités manuelles, encadrement d’enfants de 6 à 11 ans
2022 : baby-sitting
## Langues
Anglais B2, occitan notions
## Loisirs
Handball, guitare, scoutisme catholique`,
    {
      trades: ["G1203"],
      skills: ["animer-jeu", "animer-atelier", "veiller-securite-groupe", "garder-enfant"],
      licences: ["bafa", "psc1"],
      diplomas: ["bac"],
      languages: { en: "good", oc: "basic" },
      commune: "Donzenac",
      months: {},
    },
  ),
  writtenCv(
    "technicien-informatique",
    "one column",
    `Nicolas TEYSSIER
Technicien support informatique
Malemort-sur-Corrèze 19360 – 07 50 60 70 80 – nico.teyssier@exemple.fr
## Expérience professionnelle
Technicien helpdesk – Centre hospitalier de Brive – 2021 à aujourd’hui
Assistance aux utilisateurs, installation de postes, Active Directory
Réparation d’ordinateurs – Boutique PC Services – 2 ans
Dépannage, montage de PC, sauvegarde de données
## Compétences
Windows Server, réseaux TCP/IP, SQL
HTML, PHP
## Formation
BTS SIO option SISR – 2019
Bac STI2D – 2017
## Langues
Anglais technique, espagnol B1
## Divers
Permis B`,
    {
      trades: ["I1404"],
      skills: [
        "depanner-utilisateur",
        "installer-logiciel",
        "administrer-serveur",
        "reparer-ordinateur",
        "sauvegarder-donnees",
        "configurer-reseau",
        "utiliser-base-donnees",
        "programmer-site-web",
        "integrer-page-web",
      ],
      licences: ["permis-b"],
      diplomas: ["bac2", "bac"],
      languages: { es: "good" },
      commune: "Malemort",
      months: { I1404: 64 },
    },
  ),
];
