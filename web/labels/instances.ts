import type { InstanceKind, Regle } from "../../shared/domain/instance.ts";
import { counted, fr, frAll } from "./typography.ts";

/** The bodies of a contrat. */
export const INSTANCES_PAGE = frAll({
  title: "Instances",
  lede: "Le comité technique examine les fiches, le comité de pilotage les valide. Qui écrit une fiche ne la juge pas : ces personnes se déportent d'elles-mêmes.",
  loading: "Chargement des instances…",
  regle: "Comment elle décide",
  membres: "Membres",
  caption: "Les membres de l'instance",
  nom: "Nom",
  organisation: "Au nom de",
  role: "Dans l'instance",
  president: "Présidence",
  remplacant: "Remplacement",
  plainMembre: "Membre",
  acts: "Agir",
  search: "Chercher un membre",
  noMembre: "Personne ne siège encore. Ajoutez un membre du contrat, ou invitez par courriel à ce titre.",
  noPresident: "Personne ne préside encore : aucune décision ne peut être relevée, sauf par la coordination.",
  changeRegle: "Modifier le nom et la règle",
  changePresidence: "Choisir la présidence",
  add: "Ajouter un membre du contrat",
  invite: "Inviter par courriel",
  person: "Personne",
  choosePerson: "Choisissez une personne.",
  nobodyLeft: "Tous les membres du contrat y siègent déjà.",
  added: "La personne siège dans l'instance.",
  removed: "La personne n'y siège plus.",
  removeMeans: "Elle garde ses autres titres et ses groupes. Si elle présidait, la présidence devient vide.",
  nomInstance: "Nom de l'instance",
  nomMissing: "Donnez un nom à l'instance.",
  quorumEn: "Le quorum se compte",
  enPart: "en part des membres",
  enNombre: "en nombre de personnes",
  quorum: "Quorum",
  quorumHintPart: "En pour cent, de 1 à 100.",
  quorumHintNombre: "Nombre de membres présents, de 1 à 200.",
  quorumWrong: "Écrivez un nombre entier : de 1 à 100 pour une part, de 1 à 200 pour un nombre.",
  majorite: "Majorité",
  consultationEcrite: "Peut aussi décider par écrit, entre deux séances",
  regleSaved: "La règle est enregistrée.",
  presidenceSaved: "La présidence est enregistrée.",
  presidenceLede: "Deux membres de l'instance, ou personne. Les personnes concernées en sont prévenues.",
  remplacantHint: "Décide quand la présidence est absente ou se déporte.",
});

export const INSTANCE_KIND_LABELS: Readonly<Record<InstanceKind, string>> = frAll({
  comite_technique: "Comité technique",
  copil: "Comité de pilotage",
});

export const MAJORITE_LABELS: Readonly<Record<Regle["majorite"], string>> = frAll({
  simple: "Plus de la moitié des membres présents",
  des_exprimes: "Plus de la moitié de celles et ceux qui se prononcent : l'abstention ne compte pas",
  unanimite: "Personne, parmi les présents, ne s'y oppose",
});

const MAJORITE_CLAUSES: Readonly<Record<Regle["majorite"], string>> = frAll({
  simple: "plus de la moitié des membres présents sont pour",
  des_exprimes: "plus de la moitié de celles et ceux qui se prononcent sont pour, l'abstention ne comptant pas",
  unanimite: "personne, parmi les présents, ne s'y oppose",
});

/**
 * The rule of decision, in sentences: « L'instance peut décider quand au moins 5 de ses 9 membres sont là. Une décision
 * est prise quand… »
 */
export function regleSentence(regle: Regle, quorum: number, membres: number): string {
  const share =
    regle.quorum.en === "part"
      ? `${regle.quorum.pourcent}\u202f% de ses membres`
      : counted(regle.quorum.nombre, "membre");
  const today = membres === 0 ? "" : `, soit ${quorum} sur ${membres} aujourd'hui`;
  const needed =
    regle.quorum.en === "part"
      ? `Elle peut décider quand au moins ${share} sont là${today}.`
      : `Elle peut décider quand au moins ${share} ${regle.quorum.nombre >= 2 ? "sont là" : "est là"}.`;
  const passes = `Une décision est prise quand ${MAJORITE_CLAUSES[regle.majorite]}.`;
  const written = regle.consultationEcrite
    ? "Elle peut aussi décider par écrit, entre deux séances."
    : "Elle ne décide qu'en séance.";
  return fr(`${needed} ${passes} ${written}`);
}

/** The quorum cannot be reached: there are not so many membres. */
export function quorumOutOfReach(quorum: number, membres: number): string | null {
  if (membres === 0 || quorum <= membres) return null;
  return fr(
    `Le quorum est de ${quorum} et l'instance n'a que ${counted(membres, "membre")} : elle ne peut pas décider.`,
  );
}

/** « Retirer Anne Le Goff du comité technique ? » */
export function removeFromInstance(nom: string, instance: string): string {
  return fr(`Retirer ${nom} de l'instance « ${instance} » ?`);
}
