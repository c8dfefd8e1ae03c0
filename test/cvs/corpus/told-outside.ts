import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Careers told in sentences: the road, the walls, the animals, the workshop. */
export const toldOutsideCvs: readonly WrittenCv[] = [
  writtenCv(
    "chauffeur-raconte",
    "one column",
    `Madame, Monsieur,
Je m’appelle Jean-Marc Vergne, j’ai passé mon permis C en 2004 et le CE l’année d’après.
J’ai commencé comme chauffeur-livreur chez Chronopost à Brive, pendant deux ans, de 2004 à 2006.
Ensuite, de 2006 à 2015, j’ai été conducteur routier pour les transports Madranges : je chargeais et j’arrimais le fret, je faisais l’entretien courant du camion et je remplissais les lettres de voiture.
Depuis avril 2016 je conduis un ensemble articulé chez STEF, surtout des produits frais, la nuit.
Ma FIMO est à jour (FCO en 2024) et j’ai l’ADR de base.
Je vis à Malemort (19360), vous pouvez me joindre au 06 13 57 91 35.
Je cherche une place de conducteur super lourd, en régional si possible, pour rentrer le soir.`,
    {
      trades: ["N4115", "N4101"],
      skills: [
        "charger-et-arrimer",
        "conduire-ensemble-articule",
        "remplir-document-transport",
        "controler-etat-vehicule",
        "livrer-client",
      ],
      licences: ["permis-c", "permis-ce", "fimo", "adr"],
      diplomas: [],
      languages: {},
      commune: "Malemort",
      months: { N4105: 24, N4101: 108, N4115: 128 },
    },
  ),
  writtenCv(
    "macon-raconte",
    "one column",
    `Bonjour, je suis maçon de métier. J’ai eu mon CAP de maçon en 1998 au CFA des Treize Vents à Tulle et j’ai tout de suite été embauché par l’entreprise Lagrange, où je suis resté douze ans.
Là-bas j’ai monté des murs en parpaing et en pierre, coulé des dalles et des fondations, fait les enduits et posé du coffrage.
En 2010 je suis passé chef d’équipe chez Eurovia Bâtiment jusqu’en 2019 : j’avais quatre gars avec moi, je lisais les plans et je suivais le chantier.
J’ai ensuite été à mon compte comme maçon de 2020 à 2024, à faire des devis et de la rénovation.
Je voudrais redevenir salarié, maçon ou chef d’équipe, autour d’Argentat-sur-Dordogne (19400) où j’habite.
J’ai le permis B et le permis BE pour la remorque, les CACES R482 A et F, et je suis sauveteur secouriste du travail.
Tél. 07 70 07 70 07`,
    {
      trades: ["F1703", "F1206"],
      skills: [
        "monter-mur",
        "couler-beton",
        "faire-enduit",
        "poser-coffrage",
        "encadrer-equipe-sur-chantier",
        "lire-plan",
        "suivre-chantier",
        "etablir-devis",
      ],
      licences: ["permis-b", "permis-be", "caces-r482-a", "caces-r482-f", "sst"],
      diplomas: ["cap"],
      languages: {},
      commune: "Argentat-sur-Dordogne",
      months: { F1703: 192, F1206: 108 },
    },
  ),
  writtenCv(
    "vachere-racontee",
    "one column",
    `Solène Pradayrol, 06 48 48 48 48, Meymac 19250
Je suis fille d’éleveurs et j’ai toujours vécu avec les bêtes.
Après mon bac pro agricole (CGEA, obtenu à Neuvic en 2017) j’ai fait deux saisons de cueillette de pommes à Objat, puis j’ai travaillé quatre ans comme ouvrière agricole au GAEC des Combes, de 2018 à 2022.
Je m’occupais de la traite matin et soir, je nourrissais les vaches, j’aidais aux vêlages et je conduisais le tracteur pour les foins.
Depuis, je fais des remplacements chez des éleveurs de bovins pour le service de remplacement, un peu partout en Haute-Corrèze.
Je sais aussi réparer une clôture et soigner les animaux quand le vétérinaire ne peut pas venir tout de suite.
J’ai mon Certiphyto et le permis B, et même le BE.
J’aimerais maintenant être embauchée pour de bon dans un élevage, en CDI.`,
    {
      trades: ["A1403", "A1407", "A1419"],
      skills: [
        "traire",
        "nourrir-animaux",
        "aider-velage",
        "conduire-tracteur",
        "recolter-fourrages",
        "reparer-cloture",
        "soigner-animal-elevage",
        "cueillir-fruits",
      ],
      licences: ["certiphyto", "permis-b", "permis-be"],
      diplomas: ["bac"],
      languages: {},
      commune: "Meymac",
      months: { A1419: 48 },
    },
  ),
  writtenCv(
    "garagiste-raconte",
    "one column",
    `Je m’appelle Karim Belkacem et j’ai 17 ans de garage derrière moi.
J’ai été apprenti mécanicien de 2005 à 2007 chez Renault à Ussel puis mécanicien automobile, toujours chez Renault, jusqu’en 2014.
En septembre 2014 je suis parti chez Midas à Brive, comme mécanicien aussi, et j’y suis resté jusqu’en décembre 2021.
Je faisais les révisions, les freins, les embrayages, la distribution, les pneus, et le diagnostic à la valise.
Comme j’avais mal au dos j’ai changé : depuis janvier 2022 je suis vendeur de pièces détachées chez Autodistribution.
J’y conseille les clients au comptoir, je cherche les références, je tiens le stock et j’encaisse.
Diplômes : BEP maintenance automobile, bac pro maintenance des véhicules.
Je parle arabe couramment et je me débrouille en anglais.
Permis B, j’habite à Donzenac et je cherche un poste de réceptionnaire ou de vendeur de pièces.
karim.belkacem@exemple.fr`,
    {
      trades: ["D1223", "I1623"],
      skills: [
        "reviser-vehicule",
        "monter-pneus",
        "lire-valise-diagnostic",
        "conseiller-client",
        "rechercher-piece-detachee",
        "tenir-stock",
        "encaisser-client",
        "servir-comptoir",
        "changer-piece",
      ],
      licences: ["permis-b"],
      diplomas: ["cap", "bac"],
      languages: { ar: "fluent", en: "basic" },
      commune: "Donzenac",
      months: { I1604: 200, D1223: 59 },
    },
  ),
];
