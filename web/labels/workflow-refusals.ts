import type { WorkflowRefusal } from "../../shared/workflow/refusals.ts";
import { frAll } from "./typography.ts";

/** Why an act on a fiche is not possible now, what to do, and who can. */
export const WORKFLOW_REFUSAL_LABELS: Readonly<Record<WorkflowRefusal, string>> = frAll({
  etat_autre: "La fiche n'en est plus là : quelqu'un l'a fait avancer. Rechargez la page pour voir où elle en est.",
  fiche_close: "La fiche est close. Le pilote ou la coordination peut la rouvrir, puis la soumettre.",
  texte_change:
    "Le texte a changé depuis que cette page vous l'a montré. Relisez ce qui est nouveau, puis soumettez-le.",
  rien_de_nouveau:
    "Rien n'a changé depuis la dernière version soumise. Le groupe peut modifier le texte, puis le soumettre à nouveau.",
  sections_manquantes:
    "Des sections obligatoires sont encore vides. Complétez-les ; sinon, la coordination peut soumettre la fiche en donnant une raison.",
  malgre_reserve_a_la_coordination:
    "Des sections obligatoires sont encore vides : seule la coordination peut soumettre la fiche ainsi, en donnant une raison.",
  version_inconnue:
    "Aucune version n'est examinée pour l'instant, ou celle-ci n'existe pas. Le pilote ou la coordination peut en soumettre une.",
  empreinte_autre:
    "Cette page ne montre pas les mots de cette version. Rechargez-la, relisez la version, puis recommencez.",
  version_depassee:
    "Une autre version a pris la place de celle-ci, ou elle a été retirée. Rechargez la page pour voir celle qui est examinée.",
  instruction_close: "Une décision a déjà été relevée sur cette version. Rechargez la page pour la lire.",
  non_approuvee:
    "Le comité technique n'a pas encore approuvé cette version. Sa présidence ou la coordination relève d'abord sa décision.",
  raison_attendue: "Écrivez la raison : le groupe en a besoin pour reprendre la fiche.",
  reserve_attendue:
    "Un accord avec réserves demande au moins une réserve qui n'est pas levée. Choisissez une autre réponse.",
  reserve_en_trop: "Des réserves vont avec un avis favorable avec réserves. Choisissez cet avis, ou retirez-les.",
  passage_introuvable:
    "Les mots cités ne sont pas dans cette partie de la version. Sélectionnez à nouveau le passage dans le texte.",
  trop_de_reserves:
    "Cent de vos réserves attendent déjà sur cette fiche, et l'on n'en garde pas plus. Levez celles qui ont leur réponse, ou dites plusieurs choses en une seule.",
  reserve_inconnue:
    "Aucune réserve n'attend de réponse, ou celle-ci n'existe pas. Rechargez la page pour voir celles qui restent.",
  reserve_sans_reponse:
    "L'approbation tient à cette réserve, et le groupe n'y a pas encore répondu. Attendez sa réponse, puis levez-la.",
  reserve_levee: "Cette réserve est déjà levée : il n'y a plus rien à répondre.",
  avis_absent: "Vous n'avez encore donné aucun avis sur cette fiche. Donnez-en un.",
  avis_deja_confirme: "Votre avis porte déjà sur cette version. Vous pouvez en donner un autre jusqu'à la décision.",
  deporte:
    "Vous avez dit ne pas prendre part à l'examen de cette fiche. Les autres membres du comité technique le font.",
  deja_fait: "C'est déjà enregistré, dans les mêmes mots : il n'y a rien d'autre à faire.",
  trop_d_actes:
    "Vous avez fait trop d'actes sur cette fiche en une heure. Ce qui est fait reste fait ; attendez un peu avant d'en faire d'autres.",
  deja_deporte: "Vous avez déjà dit ne pas prendre part à l'examen de cette fiche. Il n'y a rien d'autre à faire.",
  pas_de_consultation_ecrite:
    "La règle du comité technique ne permet pas de décider par écrit. Relevez la décision d'une séance ; la coordination peut changer la règle pour les prochaines versions.",
  present_inconnu:
    "Une des personnes indiquées ne siège pas au comité technique, ou ne prend pas part à cette fiche. Rechargez la page, puis choisissez à nouveau.",
  date_trop_ancienne:
    "Cette date est trop ancienne : la version n'était pas encore soumise, pas encore approuvée sans réserve par le comité technique, ou elle a été ajournée depuis. Vérifiez le jour de la décision.",
  date_future: "La date de la décision est dans l'avenir. Indiquez le jour où elle a été prise.",
  quorum_non_atteint:
    "Le quorum n'est pas atteint : trop peu de membres étaient là ou ont donné un avis. Les membres qui manquent peuvent encore en donner un.",
  majorite_non_atteinte:
    "Les avis donnés ne font pas la majorité que la règle demande. Les membres peuvent encore changer leur avis ; sinon, ajournez ou refusez.",
  majorite_favorable: "Les avis donnés approuvent cette version : elle ne peut pas être refusée.",
  reserves_non_levees:
    "Des réserves ne sont pas levées. Chaque membre lève les siennes, ou la décision est prise sous réserve.",
  non_validee:
    "Le comité de pilotage n'a pas encore validé cette version : on ne publie que ce qu'il a validé. Sa présidence ou la coordination dit d'abord sa décision.",
  deja_publiee: "Cette version est déjà publiée : tout le monde peut la lire. Il n'y a rien d'autre à faire.",
  resume_absent:
    "Le résumé en langage clair est vide : c'est lui que les habitants lisent d'abord. Écrivez-le et faites valider une autre version, ou dites pourquoi publier sans lui.",
  aucune_publication: "Aucune version de cette fiche n'est publiée : il n'y a rien à retirer.",
  publication_autre: "C'est une autre version qui est publiée. Rechargez la page pour voir laquelle, puis recommencez.",
  rien_a_masquer:
    "Ces mots ne sont pas là où vous les cherchez, ou y sont déjà masqués. Choisissez l'endroit où ils sont écrits, et copiez-les depuis cet endroit ; s'ils vont d'un paragraphe à l'autre, masquez un paragraphe à la fois.",
  apercu_depasse:
    "Quelque chose a changé depuis l'aperçu, dans le texte ou dans ce qui en a été dit : le masquage toucherait autre chose. Rien n'a été masqué ; demandez un nouvel aperçu.",
  texte_plein:
    "Cette fiche est trop longue pour que ce texte soit rétabli. Enlevez d'abord des passages, puis recommencez.",
});
