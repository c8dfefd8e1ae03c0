import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Work with people: care, school, hotels, hair, shops. */
export const unseenPeopleCvs: readonly WrittenCv[] = [
  writtenCv(
    "ambulancier",
    "two columns",
    `[side]
Julien Farge
5 allée des Tilleuls
19700 Seilhac
06 81 82 83 84
julien.farge@exemple.fr
## Permis et certificats
Permis B
AFGSU 2
FCO non concerné
## Langue
Anglais (bases)
## Centres d’intérêts
Pêche, VTT
[main]
Ambulancier diplômé d’État
## Profil
Ambulancier depuis 2017, calme et ponctuel, habitué aux urgences.
## Parcours professionnel
Ambulancier DEA – Ambulances du Pays de Tulle
De juin 2017 à ce jour
Transport sanitaire assis et couché, brancardage
Désinfection du véhicule après chaque transport
Gestes de premiers secours, surveillance du malade pendant le trajet
Auxiliaire ambulancier – Jussieu Secours, Limoges
2015 – 2017
Conduite de l’ambulance
## Formation
Diplôme d’État d’ambulancier, IFA de Limoges, 2017
Bac ASSP, 2014`,
    {
      trades: ["J1305"],
      skills: [
        "conduire-ambulance",
        "installer-et-transporter-patient",
        "desinfecter-vehicule-sanitaire",
        "donner-premiers-secours",
        "surveiller-etat-patient",
        "respecter-horaire",
      ],
      licences: ["permis-b", "afgsu", "dea"],
      diplomas: ["cap", "bac"],
      languages: { en: "basic" },
      commune: "Seilhac",
      months: { J1305: 114, J1310: 24 },
    },
  ),
  writtenCv(
    "aesh-reconversion",
    "one column",
    `Virginie Monteil
AESH
10 route de Beynat, 19190 Lanteuil
05.55.85.12.34 / 06.71.72.73.74
virginie.monteil@exemple.fr
46 ans, séparée, 1 enfant
## Mon parcours
Septembre 2020 à juillet 2026 : accompagnante d’élèves en situation de handicap, collège d’Arsonval à Brive
Aide à la prise de notes, reformulation des consignes, accompagnement lors des sorties scolaires, lien avec les familles
2014-2020 : vendeuse en boulangerie, Au Fournil de Beynat
Vente, encaissement, préparation de sandwichs, tenue de la boutique
2008-2014 : congé parental puis recherche d’emploi
2001-2008 : employée de bureau, assurances MAAF
Courrier, classement, standard téléphonique
## Diplômes
Bac L, 1998
CAP petite enfance par la VAE, 2021
PSC1
## Savoir-être
Patiente, bienveillante, organisée`,
    {
      trades: ["K2113"],
      skills: [
        "aider-eleve-ecrire",
        "reformuler-consigne",
        "accompagner-sorties",
        "accueillir-familles",
        "encaisser-client",
        "preparer-sandwichs",
        "tenir-boutique",
        "rediger-courrier",
        "classer-documents",
        "repondre-telephone",
        "s-organiser-seul",
      ],
      licences: ["cap-aepe", "psc1"],
      diplomas: ["bac", "cap"],
      languages: {},
      commune: "Lanteuil",
      months: { K2113: 71 },
    },
  ),
  writtenCv(
    "coiffeuse",
    "one column",
    `Océane PUYRAUD
19100 BRIVE · 06 95 94 93 92 · oceane.puyraud@exemple.fr

COIFFEUSE MIXTE

PARCOURS

Coiffeuse, salon L’Hair du Temps, Brive (depuis février 2022)
> coupes femmes, hommes et enfants, colorations, mèches, brushings
> conseil et vente de produits capillaires
> gestion des rendez-vous, caisse
Coiffeuse, Tchip Coiffure, Tulle (septembre 2019 / janvier 2022)
> shampooings, soins, chignons de mariée
Stage d’un mois chez Coiff’&Co (2017)

FORMATION

BP coiffure, 2019
CAP coiffure, 2017

EN PLUS

Permis B – voiture
Anglais parlé couramment`,
    {
      trades: ["D1202"],
      skills: [
        "couper-cheveux",
        "faire-couleur",
        "coiffer-et-brusher",
        "conseiller-client",
        "prendre-rendez-vous",
        "encaisser-client",
        "faire-shampoing",
      ],
      licences: ["permis-b", "cap-coiffure"],
      diplomas: ["bac", "cap"],
      languages: { en: "fluent" },
      commune: "Brive-la-Gaillarde",
      months: { D1202: 88 },
    },
  ),
  writtenCv(
    "femme-de-chambre-fautes",
    "one column",
    `mme Aminata Traoré
chez mr Coulibaly 4 rue Marcelin Berthelot 19000 tulle
tel 07 51 52 53 54

RECHERCHE
femme de chambre ou agent d’entretient

CE QUE J’AI FAIT
2 ans femme de chambre hotel ibis Abidjan
faire les chambre, changer les drap, netoyage salle de bain
6 mois menage bureau (interim) tulle 2025
laver le sol, vider les poubelle
aidé a la cantine de l’ecole 2024

JE SAIS
repassage, cuisine, garder les enfant
je parle dioula, francais bien, un peu anglais

pas de permis, je peux aller a pied ou en bus
titre de sejour avec droit de travail`,
    {
      trades: ["G1501"],
      skills: [
        "faire-chambre-hotel",
        "changer-linge",
        "nettoyer-salle-bains",
        "nettoyer-locaux",
        "laver-sols",
        "vider-corbeilles",
        "repasser-linge",
        "garder-enfant",
        "cuisiner-plats",
      ],
      licences: [],
      diplomas: [],
      languages: { fr: "good", en: "basic" },
      commune: "Tulle",
      months: { G1501: 24 },
    },
  ),
  writtenCv(
    "moniteur-educateur",
    "one column",
    `Bastien LESCURE – Moniteur-éducateur
La Rivière, 19330 Saint-Mexant – Tél. : 06 61 62 63 64 – bastien.lescure@exemple.fr
Célibataire – Né en 1990 – Permis B
## Expériences dans le champ social
De 2016 à 2026, moniteur éducateur à la MECS de Sainte-Fortunade : accompagnement au quotidien d’adolescents placés, animation d’ateliers, rédaction de rapports, travail en équipe pluridisciplinaire.
2013 à 2016, surveillant d’internat au lycée René-Cassin : surveillance des élèves, aide aux devoirs.
Juillets 2010, 2011 et 2012, animateur de colonie : grands jeux, veillées.
## Formations suivies
DEME obtenu en 2016 à l’IRTS de Limoges
BAFA 2010, permis B 2011
Sauveteur secouriste du travail (2024)
Licence 1 de psychologie (non validée)
## Autres
Espagnol courant, anglais notions
Entraîneur bénévole de basket`,
    {
      trades: ["K1208"],
      skills: [
        "animer-atelier",
        "rediger-rapport",
        "travailler-avec-equipe-sociale",
        "surveiller-eleves",
        "aider-devoirs",
        "animer-jeu",
      ],
      licences: ["permis-b", "deme", "bafa", "sst"],
      diplomas: ["bac"],
      languages: { es: "fluent", en: "basic" },
      commune: "Saint-Mexant",
      months: { K1208: 120, K2104: 36 },
    },
  ),
];
