import { fold, stem } from "#shared/referentials/french.ts";

/** One root for a verb, its noun and its forms: « nettoyer », « nettoyage » and « nettoyé » say one skill. */
export const rootOf = (folded: string): string => {
  const key = stem(folded);
  return apart.get(folded) ?? roots().get(folded) ?? roots().get(key) ?? key;
};

/** Words that their ending makes like another: errands are no lessons. */
const apart: ReadonlyMap<string, string> = new Map([
  ["courses", "courses"],
  ["course", "courses"],
  ["remorque", "remorque"],
  ["classe", "classe"],
  ["classes", "classe"],
  ["usine", "usine"],
  ["usines", "usine"],
  ["organise", "organise"],
  ["organisee", "organise"],
  ["organises", "organise"],
  ["chiffre", "chiffre"],
  ["chiffres", "chiffre"],
]);

/** A verb, its noun, then the forms that its ending does not give. */
const families = `
abattre abattage abattu abats abattais, accompagner accompagnement, accrocher accrochage, décrocher décrochage
accueillir accueil accueilli accueille accueillais, adapter adaptation, administrer administration
affiner affinage, affûter affûtage, aiguiser aiguisage, ajuster ajustage, alerter alerte, alimenter alimentation
améliorer amélioration, aménager aménagement, analyser analyse, animer animation, appliquer application
arroser arrosage, assembler assemblage, atteler attelage, balayer balayage, blinder blindage, bobiner bobinage
bouturer bouturage, rempoter rempotage, brasser brassage, broyer broyage, câbler câblage, calculer calcul
calorifuger calorifugeage, cartographier cartographie, changer changement, charger chargement, arrimer arrimage
décharger déchargement, chiffrer chiffrage, cintrer cintrage, chauffer chauffage, circuler circulation
classer classement, clouer clouage, visser vissage, coiffer coiffage, brusher brushing, collecter collecte
coller collage, composer composition, compter comptage, concevoir conception conçu conçois
conduire conduite conduit conduis conduisais conduisait conduisant, configurer configuration
confiner confinement, construire construction construit construisais, contrôler contrôle
coordonner coordination, corriger correction, coudre couture cousu cousais, couler coulage, couper coupe
plier pliage, créer création, creuser creusement, cueillir cueillette cueilli cueille ramassage
cuire cuisson cuit cuisais, cuisiner cuisine, curer curage, débarder débardage, débiter débit
façonner façonnage, débourrer débourrage, débroussailler débroussaillage, déclarer déclaration
décorer décoration, découper découpe, dégager dégagement, délivrer délivrance, démolir démolition démoli
démonter démontage, remonter remontage, démontrer démonstration, démouler démoulage, dépanner dépannage
désherber désherbage, désinfecter désinfection, désosser désossage, dessiner dessin, détacher détachage
diagnostiquer diagnostic, distribuer distribution, doser dosage, dresser dressage, ébavurer ébavurage
éclaircir éclaircissage, écouter écoute, éduquer éducation, élaguer élagage, élever élevage, élinguer élingage
emballer emballage, encadrer encadrement, encaisser encaissement, enregistrer enregistrement
enseigner enseignement, entretenir entretien entretenu entretiens entretenais, épiler épilation
équiper équipement, estimer estimation, établir établissement établi établis, étaler étalement
éteindre extinction, étiqueter étiquetage, peser pesée, étudier étude, évaluer évaluation, éveiller éveil
examiner examen, extraire extraction extrait, fabriquer fabrication, fendre fente fendu, ferrailler ferraillage
ferrer ferrage, filmer prise-de-vues, forer forage, forger forgeage, garder garde, garnir garnissage
gérer gestion, graisser graissage, lubrifier lubrification, guider guidage, habiller habillage
implanter implantation, informer information, inséminer insémination, installer installation
transporter transport, instruire instruction instruit, intégrer intégration, intervenir intervention
lancer lancement, laver lavage, brosser brossage, lever levage, lire lecture lu lis lisais, livrer livraison
louer location, lustrer lustrage, manier maniement, manipuler manipulation, manœuvrer manœuvre
maquiller maquillage, marquer marquage, masser massage, mesurer mesure, mettre mise mis mets mettais
meuler meulage, monter montage, mouler moulage, négocier négociation, nettoyer nettoyage nettoie
ranger rangement, nourrir alimentation, numériser numérisation, observer observation, opérer opération
organiser organisation, orienter orientation, pailler paillage, panser pansage, parer parage
peindre peinture peint peignais, mélanger mélange, pétrir pétrissage pétri, photographier photographie
piloter pilotage, planifier planification, planter plantation, plaquer placage, vernir vernissage
former formage, relier reliure, poncer ponçage, porter port, poser pose, prélever prélèvement
prendre prise pris prends prenais prenait, préparer préparation, prescrire prescription, présenter présentation
presser pressage, prévenir prévention, programmer programmation, promouvoir promotion, prospecter prospection
protéger protection, publier publication, raccorder raccordement, ramasser ramassage, ramoner ramonage
rapprocher rapprochement, ravaler ravalement, réaliser réalisation, réassortir réassort, réceptionner réception
rechercher recherche, récolter récolte, recruter recrutement, rédiger rédaction, redresser redressage
rééduquer rééducation, refaire réfection refait, reformuler reformulation, régler réglage, relancer relance
relever relevé, remettre remise remis, remorquer remorquage, remplir remplissage rempli remplis
rencontrer rencontre, réparer réparation, repasser repassage, reproduire reproduction, respecter respect
restaurer restauration, retirer retrait, retoucher retouche, réviser révision, sabler sablage
saisir saisie saisi saisis, saler salage, sauvegarder sauvegarde, scier sciage, sécuriser sécurisation
semer semis, servir service servi sers sert servais servait, soigner soin, souder soudure
soutenir soutien soutenu, stériliser stérilisation, stimuler stimulation, suivre suivi suivi suis suivais
surveiller surveillance, tailler taille, tenir tenue tenu tiens tenais, tester test, tirer tirage
tondre tonte tondu tonds tondais, torréfier torréfaction, tracer traçage, traire traite trait trais trayais
traiter traitement, transmettre transmission transmis, travailler travail, trier tri, empiler empilage
usiner usinage, utiliser utilisation, vendanger vendanges, vendre vente vendu vends vendais vendait
vider vidage, riveter rivetage, aider aide, assister assistance, conseiller conseil
répondre réponse répondu réponse réponds, renseigner renseignement, rassurer réassurance, veiller veille
approvisionner approvisionnement, rénover rénovation, maintenir maintenance, nourrir nourrissage
pratiquer pratique, élaborer élaboration, maîtriser maîtrise, débarrasser débarrassage, trancher tranchage
emmener emmenage, facturer facturation, archiver archivage, stocker stockage, palettiser palettisation
bêcher bêchage, moissonner moisson, pointer pointage, remplacer remplacement, vérifier vérification
commander commande, réserver réservation, couvrir couverture, isoler isolation, carreler carrelage
maçonner maçonnerie, terrasser terrassement, coffrer coffrage, conditionner conditionnement, expédier expédition
surfiler surfilage, ourler ourlet, manager management, nourrir nourriture
mobiliser mobilisation, lever lever, coucher coucher, doucher douche, border bordure, éplucher épluchage
jardiner jardinage, bricoler bricolage, dératiser dératisation`;

const endings = ["er", "e", "ee", "es", "ees", "ais", "ait", "ant", "ez", "ons", "aient", "ent"];

let known: ReadonlyMap<string, string> | null = null;

const roots = (): ReadonlyMap<string, string> => {
  known ??= new Map(
    families
      .split(/[,\n]+/)
      .map((family) => fold(family).trim().split(" "))
      // A conjugated form has no stem of its own: that of « repasse » is « repas ».
      .flatMap(([verb = "", ...forms]): [string, string][] => [
        ...[verb, ...forms, ...conjugated(verb)].map((form): [string, string] => [form, verb]),
        ...[verb, ...forms].map((form): [string, string] => [stem(form), verb]),
      ])
      .reverse(), // of two verbs that share a form, the first one listed keeps it
  );
  return known;
};

const conjugated = (verb: string): string[] =>
  verb.endsWith("er") ? endings.map((ending) => `${verb.slice(0, -2)}${ending}`) : [];
