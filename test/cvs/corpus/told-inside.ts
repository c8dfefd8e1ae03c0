import { type WrittenCv, writtenCv } from "./written-cv.ts";

/** Careers told in sentences: homes, kitchens, offices, schools. */
export const toldInsideCvs: readonly WrittenCv[] = [
  writtenCv(
    "caissiere-racontee",
    "one column",
    `Bonjour, je m’appelle Sandrine Chassagne, j’ai 46 ans et j’habite Égletons.
J’ai travaillé trois ans comme aide à domicile à l’ADMR, de 2015 à 2018, puis j’ai été caissière de 2019 à 2021 chez Carrefour Market.
Comme aide à domicile je faisais le ménage, les courses, le repassage et les repas des personnes âgées, et je les aidais à se lever et à faire leur toilette.
À Carrefour je tenais la caisse, je renseignais les clients, je mettais en rayon le matin avant l’ouverture.
Depuis 2022 je suis employée de libre-service chez Lidl, à temps partiel, et je voudrais plus d’heures, en caisse ou en rayon.
J’ai un CAP employé de vente depuis 1997. J’ai fait aussi la formation aux premiers secours (PSC1) l’an dernier.
J’ai le permis et une voiture. Mon numéro : 06.75.57.75.57.`,
    {
      trades: ["D1505", "D1507"],
      skills: [
        "entretenir-logement",
        "faire-courses",
        "repasser-linge",
        "preparer-repas",
        "aider-toilette",
        "aider-personne-se-deplacer",
        "tenir-caisse",
        "renseigner-client",
        "mettre-en-rayon",
      ],
      licences: ["psc1", "permis-b"],
      diplomas: ["cap"],
      languages: {},
      commune: "Égletons",
      months: { K1304: 36, D1505: 24, D1507: 58 },
    },
  ),
  writtenCv(
    "cuisinier-raconte",
    "one column",
    `Thierry Bouyssou – 19300 Rosiers-d’Égletons – t.bouyssou@exemple.fr
Cuisinier depuis mes seize ans, j’ai appris au lycée hôtelier de Souillac (CAP cuisine, 1995) puis en faisant les saisons : commis à Courchevel deux hivers, second à Arcachon trois étés.
En 2001 je suis entré comme cuisinier à la maison de retraite d’Égletons et j’y suis resté dix-huit ans.
Je préparais une centaine de repas par jour, avec les textures mixées et les régimes, je passais les commandes et je tenais le plan de maîtrise sanitaire selon les règles HACCP.
De 2019 à 2023, j’ai été chef de cuisine au collège Albert-Thomas, avec deux commis à encadrer et les menus à faire sur cinq semaines.
Je suis en arrêt depuis et je cherche à reprendre en douceur, comme cuisinier de collectivité, sans service du soir.`,
    {
      trades: ["G1606", "G1609", "G1601"],
      skills: [
        "cuisiner-en-grande-quantite",
        "preparer-repas-adaptes",
        "passer-commande",
        "appliquer-regles-hygiene-alimentaire",
        "encadrer-equipe-cuisine",
        "etablir-menu-equilibre",
      ],
      licences: ["haccp"],
      diplomas: ["cap"],
      languages: {},
      commune: "Rosiers-d'Égletons",
      months: { G1606: 216, G1601: 48 },
    },
  ),
  writtenCv(
    "secretaire-racontee",
    "one column",
    `Objet : candidature spontanée
Madame la Directrice,
Titulaire d’un BTS d’assistante de direction obtenu en 2009, j’ai d’abord été secrétaire pendant quatre ans dans un cabinet d’architectes de Limoges (2009-2013), où je m’occupais du courrier, du standard, des factures et de l’agenda des deux associés.
J’ai ensuite exercé pendant près de sept ans, de janvier 2014 à octobre 2020, en tant que secrétaire médicale au centre hospitalier de Tulle : accueil des patients, prise de rendez-vous, frappe des comptes rendus, tenue des dossiers.
Après un congé parental, j’ai repris en 2023 un poste d’assistante médicale à la maison de santé de Seilhac, que j’occupe encore aujourd’hui.
Je maîtrise Word, Excel et Doctolib ; je parle couramment le portugais, ma langue maternelle, et j’ai de bonnes bases d’anglais.
Résidant à Naves (19460), je souhaite retrouver un emploi de secrétaire médicale à temps plein.
Dans l’attente de vous rencontrer, je vous prie d’agréer, Madame, mes salutations distinguées.
Paula Ferreira – 07 45 54 45 54`,
    {
      trades: ["M1609"],
      skills: [
        "repondre-telephone",
        "etablir-facture",
        "tenir-agenda",
        "accueillir-patient",
        "prendre-rendez-vous",
        "saisir-compte-rendu-medical",
        "utiliser-traitement-texte",
        "utiliser-tableur",
        "rediger-courrier",
      ],
      licences: [],
      diplomas: ["bac2"],
      languages: { pt: "native", en: "basic" },
      commune: "Naves",
      months: { M1607: 48, M1609: 81, J1303: 46 },
    },
  ),
  writtenCv(
    "atsem-racontee",
    "one column",
    `moi c'est Jessica Lafarge je vis a Treignac (19260) et je cherche du travail avec les enfants, atsem ou garderie ou creche
j'ai eu mon cap petite enfance en 2014 et le bafa en 2012
j'ai ete animatrice au centre de loisirs d'Uzerche tous les étés de 2012 a 2016
apres j'ai garde des enfants chez des particuliers pendant 2 ans (deux familles, sortie d'ecole, bain, repas, devoirs)
de septembre 2017 a juillet 2022 j'etais atsem a l'ecole maternelle de Chamberet, je preparais la peinture et les ateliers avec la maitresse, j'aidais les petits a s'habiller, je surveillais la sieste et je nettoyais la classe le soir
en ce moment je suis agent d'entretien a la mairie depuis septembre 2023, je lave les sols de la salle des fetes et de l'ecole
je suis patiente et je sais faire beaucoup de jeux
j'ai le permis b
06 29 92 29 92`,
    {
      trades: ["K1308", "K1303", "K1307"],
      skills: [
        "accompagner-enfant-ecole",
        "aider-devoirs",
        "preparer-atelier-ecole",
        "changer-et-habiller-enfant",
        "surveiller-enfants",
        "nettoyer-locaux",
        "laver-sols",
        "garder-enfant",
        "jouer-avec-enfant",
        "donner-repas-enfant",
      ],
      licences: ["cap-aepe", "bafa", "permis-b"],
      diplomas: ["cap"],
      languages: {},
      commune: "Treignac",
      months: { K1308: 58, K2205: 38, K1303: 24 },
    },
  ),
];
