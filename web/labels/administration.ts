import type { HealthBody } from "../../shared/protocol/http-bodies.ts";
import { fr, frAll } from "./typography.ts";

/** Administering the instance. */
export const ADMIN = frAll({
  title: "Administration",
  nav: "Administration",
  contrats: "Contrats",
  regions: "Régions",
  people: "Personnes",
  reglages: "Textes du site",
  health: "État du site",
  loading: "Chargement…",
  act: "Ce que vous pouvez faire",

  contratsMeans:
    "Un contrat local de santé par territoire. Sa coordination le remplit ; l'administration n'en lit aucun brouillon.",
  noContrat: "Aucun contrat encore. Créez le premier : un nom et une personne pour le coordonner suffisent.",
  contrat: "Contrat",
  address: "Son adresse",
  made: "Créé le",
  searchContrat: "Chercher un contrat",
  newContrat: "Créer un contrat",
  newContratNom: "Nom du contrat",
  newContratNomHint: "Celui que les gens connaissent, par exemple « Pays de Redon ».",
  wrongNom: "Écrivez le nom du contrat, en 120 caractères au plus.",
  slug: "Mots de son adresse",
  slugHint: "Lettres sans accents, chiffres et traits d'union.",
  wrongSlug: "De 3 à 80 lettres sans accents, chiffres et traits d'union, par exemple pays-de-redon.",
  coordination: "Adresse électronique de la personne qui le coordonnera",
  coordinationHint:
    "Sans compte encore, elle reçoit une invitation par courriel. La vôtre convient : vous pourrez confier la coordination ensuite.",
  coordinatedBy: "Coordination",
  coordinated: "Nommée",
  nobodyAwaited: "Personne encore : invitez quelqu'un.",
  inviteTo: "Inviter à coordonner",
  inviteToTitle: "Inviter quelqu'un à coordonner ce contrat",
  inviteToLede:
    "La personne reçoit un courriel avec un lien, valable trente jours. Elle a un compte dès qu'elle accepte ; le contrat est alors à elle, et vous n'en lisez rien.",
  inviteToAdresse: "Son adresse électronique",
  sendInvitation: "Envoyer l'invitation",
  sendingInvitation: "Envoi de l'invitation…",
  invitationSent: "L'invitation est partie.",
  again: "Renvoyer",
  againSent: "L'invitation est repartie, avec un nouveau lien.",
  takeBack: "Retirer",
  takeBackTitle: "Retirer cette invitation à coordonner ?",
  takeBackMeans:
    "Le lien du courriel ne mènera plus nulle part, et l'adresse est effacée. Vous pourrez inviter à nouveau.",
  takingBack: "Retrait…",
  takenBack: "L'invitation est retirée. Invitez quelqu'un d'autre à coordonner ce contrat.",
  createContrat: "Créer ce contrat",
  creating: "Création du contrat…",

  regionsMeans:
    "Une région n'est pas un contrat : c'est un nom, des personnes qui lisent, et les contrats qui ont choisi de leur montrer des fiches.",
  noRegion: "Aucune région encore.",
  newRegion: "Ajouter une région",
  regionNom: "Nom de la région",
  wrongRegion: "Écrivez le nom de la région, en 120 caractères au plus.",
  addRegion: "Ajouter cette région",
  addingRegion: "Ajout de la région…",
  regionAdded: "La région est ajoutée.",
  readers: "Personnes qui lisent",
  noReader: "Personne encore.",
  shares: "Contrats qui partagent",
  noShare: "Aucun contrat ne partage encore avec elle : c'est à chaque coordination de le choisir.",
  readerAdresse: "Adresse électronique d'une personne qui lira",
  readerHint: "Elle doit avoir un compte.",
  addReader: "Ajouter cette personne",
  addingReader: "Ajout…",
  readerAdded: "La personne est ajoutée.",
  removeReader: "Retirer",
  readerRemoved: "La personne est retirée.",
  renameRegion: "Changer le nom",
  renamingRegion: "Changement du nom…",
  regionRenamed: "Le nom est changé.",

  peopleMeans:
    "Les personnes qui administrent créent les contrats, nomment qui les coordonne et écrivent les textes du site. Cela n'ouvre aucun brouillon.",
  person: "Personne",
  since: "Depuis",
  addPerson: "Nommer quelqu'un d'autre",
  personAdresse: "Son adresse électronique",
  name: "Nommer cette personne",
  naming: "Nomination…",
  named: "Cette personne administre aussi le site.",
  removePerson: "Retirer",
  removePersonTitle: "Retirer cette personne de l'administration ?",
  removePersonMeans: "Elle garde son compte et ses contrats, et ne pourra plus rien changer ici.",
  removePersonYou: "C'est vous : cette page ne vous sera plus ouverte.",
  removingPerson: "Retrait…",
  personRemoved: "Cette personne n'administre plus le site.",
  you: "vous",
  lastPerson: "La seule : nommez quelqu'un d'autre d'abord.",

  reglagesMeans:
    "Ces textes remplissent les pages que la loi demande. Une place laissée vide y reste marquée « à compléter ».",
  identity: "Ce site",
  siteName: "Nom de cette instance",
  siteNameHint: "À côté de « Coaction », par exemple « Bretagne sud ».",
  collectivite: "Collectivité responsable",
  collectiviteHint: "Nom et adresse.",
  legal: "Mentions légales",
  editeur: "Éditeur",
  editeurHint: "Nom, adresse du siège, téléphone, adresse électronique, numéro SIRET.",
  publication: "Directeur ou directrice de la publication",
  publicationHint: "Prénom, nom et fonction.",
  hebergeur: "Hébergeur",
  hebergeurHint: "Nom ou raison sociale, adresse et téléphone.",
  more: "Autre chose à dire",
  privacy: "Données personnelles",
  delegue: "Délégué à la protection des données",
  delegueHint: "Comment le joindre.",
  lieu: "Lieu d'hébergement",
  lieuHint: "Pays, et garanties s'il y a un transfert hors de l'Union européenne.",
  conservation: "Durées de conservation",
  conservationHint: "Des comptes, des textes et de leur historique, des journaux techniques.",
  access: "Accessibilité",
  etablie: "Déclaration établie le",
  schema: "Schéma pluriannuel et plan d'actions de l'année",
  schemaHint: "Leurs adresses.",
  audited: "Un audit d'accessibilité a été fait",
  auditedHint: "Sans audit, le site se déclare non conforme : la loi ne permet pas autre chose.",
  auditDay: "Audit fait le",
  auditBy: "Par",
  auditPercent: "Part des critères respectés, en %",
  auditMissing: "Ce qui n'est pas accessible",
  wrongDay: "Choisissez un jour.",
  wrongPercent: "Écrivez un nombre entier de 0 à 100.",
  problem: "Signaler un problème",
  contact: "À qui le dire",
  contactHint: "Adresse électronique, téléphone, adresse postale.",
  save: "Enregistrer ces textes",
  saving: "Enregistrement…",
  saved: "Les textes sont enregistrés. Les pages les montrent dans la demi-minute.",
  level: "Le pied de chaque page dira :",
  tooLong: "C'est trop long.",

  version: "Version",
  disk: "Place sur le disque",
  mail: "Courriels",
  demonstration: "Démonstration",
  demonstrationYes: "Oui : les personnes sont inventées, et rien ne part par courriel.",
  look: "Regarder à nouveau",
  looked: "C'est à jour.",
  backup:
    "Une sauvegarde se fait sur le serveur, pendant qu'il marche, avec la commande « npm run sauvegarde ». Faites-en une chaque jour, et gardez-la ailleurs. Quand un passage d'une fiche a été masqué, faites-en une nouvelle, puis détruisez celles d'avant : elles contiennent encore les mots.",
});

/** How much room is left, in words. */
export const DISK_LABELS: Readonly<Record<HealthBody["disque"], string>> = frAll({
  suffisant: "Il y en a assez.",
  presque_plein:
    "Il n'en reste presque plus. Faites de la place ou agrandissez le disque : plein, il n'enregistre plus rien.",
  plein: "Le disque est plein : plus rien ne s'enregistre. Faites de la place tout de suite.",
  inconnu: "On ne sait pas : personne ne regarde le disque d'ici, ou plus depuis cinq minutes.",
});

/** Whether mails leave, in words. */
export const MAIL_LABELS: Readonly<Record<HealthBody["courriel"], string>> = frAll({
  aucun: "Cette instance n'en envoie pas : sans réglages de messagerie, personne ne peut entrer par courriel.",
  inconnu: "Aucun n'est encore parti depuis que le serveur a démarré.",
  fonctionne: "Ils partent.",
  en_panne: "Ils ne partent plus. Ils sont gardés et réessayés ; vérifiez les réglages de messagerie du serveur.",
});

/** After a contrat was made. `invited`: whoever will coordinate it has no account yet; null: they have. */
export function contratMade(nom: string, invited: string | null): string {
  return fr(
    invited === null
      ? `Le contrat « ${nom} » est créé. Sa coordination le trouve dans « Ce qui m'attend ».`
      : `Le contrat « ${nom} » est créé. Une invitation à le coordonner part vers ${invited}.`,
  );
}
