import type { DemoFiche } from "../format.ts";

/** The fiches of the Pays du Centre Ouest Bretagne: facts from its public pages; inventions say so. */
export const centreOuestBretagneFiches: readonly DemoFiche[] = [
  {
    id: "dzchx5gk7whb553s",
    numero: "1.1",
    intitule: "Prévenir les maladies cardiovasculaires au plus près des habitants",
    axe: 1,
    groupe: "m9s7szcywc2n91ja",
    sections: {
      constats: [
        "# Pourquoi cette action",
        "La prévention cardiovasculaire ne figurait pas dans le plan de départ. Elle a été ajoutée quand le " +
          "deuxième **Contrat local de santé (CLS) du Centre Ouest Bretagne** a été prolongé jusqu’en 2022 : " +
          "l’accord, signé à Rostrenen le 15 janvier 2020, a créé trois actions nouvelles, sur le suicide, sur les " +
          "maladies cardiovasculaires et sur l’accompagnement des personnes âgées en perte d’autonomie.",
        "Le Pays décrit lui-même une situation fragile : des indicateurs de santé défavorables, une offre de soins " +
          "fragile et une population vieillissante. Les maladies du cœur et des vaisseaux s’installent sans bruit. " +
          "L’hypertension, le diabète ou un cholestérol élevé ne se sentent pas ; on les découvre parfois trop " +
          "tard.",
        "## Ce que disent les membres du groupe (exemple fictif)",
        "- Beaucoup d’habitants n’ont plus de médecin traitant ou attendent longtemps un rendez-vous.",
        "- Les hommes qui travaillent dehors consultent peu, et tard.",
        "- Les messages de prévention sont connus, mais jugés lointains : « manger, bouger, on sait ».",
        "- Les pharmacies et les infirmières voient des personnes que personne d’autre ne voit.",
      ],
      inegalites: [
        "Les maladies cardiovasculaires ne frappent pas au hasard : le tabac, le stress, l’alimentation et " +
          "l’activité physique dépendent beaucoup du travail, des revenus et du lieu de vie. Une action « pour " +
          "tous » profite d’abord à ceux qui vont déjà bien.",
        "Le groupe a donc choisi de proportionner l’effort aux besoins (exemple fictif) :",
        "- **les femmes**, chez qui les signes de l’infarctus sont moins connus et plus souvent confondus avec la " +
          "fatigue ;",
        "- **les travailleurs agricoles et du bâtiment**, peu disponibles aux heures de bureau ;",
        "- **les personnes sans médecin traitant**, pour qui le dépistage n’a de sens que si une suite est " +
          "organisée ;",
        "- **les personnes isolées**, qui ne viendront pas à une réunion d’information.",
      ],
      description: [
        "Le dispositif décrit est un exemple fictif.",
        "# Un dépistage là où l’on passe",
        "Trois fois par an, une équipe s’installe une demi-journée sur un marché, dans une salle de bourg, à la " +
          "sortie d’une coopérative ou pendant un fest-noz. Elle propose :",
        "- la mesure de la tension artérielle et du tour de taille ;",
        "- un échange de dix minutes sur le tabac, l’alimentation et l’activité ;",
        "- une fiche personnelle, que l’on garde et que l’on montre à qui l’on veut.",
        "# Une suite pour chacun",
        "1. Résultat rassurant : la personne repart avec des conseils et une date de prochaine mesure.",
        "2. Résultat à vérifier : une pharmacie ou une infirmière du secteur refait la mesure sous quinze jours.",
        "3. Résultat inquiétant : un rendez-vous est pris sur place avec un professionnel qui s’est engagé à " +
          "garder des créneaux.",
        "# Une campagne sur les signes d’alerte",
        "Une douleur dans la poitrine, un bras qui ne répond plus, une bouche qui tombe, une parole confuse : _ces " +
          "signes imposent d’appeler le 15 sans attendre_. La campagne est courte, répétée chaque année, et portée " +
          "par des personnes connues de la commune plutôt que par des affiches seules.",
      ],
      resultats_attendus: [
        "Les valeurs cibles ci-dessous sont un exemple fictif, à fixer par le comité technique.",
        "- Chaque année, trois journées de dépistage, dans des communes différentes.",
        "- Parmi les personnes reçues, au moins la moitié n’a pas vu de professionnel de santé depuis un an.",
        "- **Aucun résultat inquiétant sans suite** : chaque situation est retrouvée au bout d’un mois.",
        "- Davantage d’appels précoces au 15 pour suspicion d’infarctus ou d’accident vasculaire cérébral.",
      ],
      moyens: [
        "- La coordination du contrat, pour l’organisation et le bilan annuel.",
        "- Deux infirmières et un éducateur en activité physique, trois journées par an (exemple fictif).",
        "- Du matériel de mesure prêté par les partenaires et contrôlé chaque année.",
        "- Les salles et la communication des communes.",
        "Le financement serait demandé pour un an, puis revu au vu du bilan (exemple fictif). Aucune somme n’est " +
          "inscrite ici tant que les financeurs n’ont pas répondu.",
      ],
      leviers: [
        "- Une politique de santé ancienne : le premier contrat comptait déjà 46 actions, le deuxième 36, avant " +
          "les trois actions ajoutées par la prolongation.",
        "- Onze partenaires signataires, dont les caisses primaires d’assurance maladie (CPAM) de trois " +
          "départements et deux caisses de la Mutualité sociale agricole (MSA), qui peuvent relayer l’invitation " +
          "auprès de leurs assurés.",
        "- L’accompagnement des projets de santé et des maisons de santé, poursuivi d’un contrat à l’autre : des " +
          "équipes existent pour recevoir les personnes repérées.",
        "- L’axe consacré à la santé au travail, qui ouvre la porte des entreprises.",
      ],
      freins: [
        "- Le manque de médecins : dépister sans pouvoir orienter crée de l’inquiétude.",
        "- Les distances : une demi-journée dans un bourg n’est pas « à côté » pour le bourg voisin.",
        "- La peur du résultat, plus forte quand on a vu un proche malade.",
        "- Trois départements, donc plusieurs circuits d’information à accorder.",
      ],
      vigilance: [
        "- **Aucune donnée de santé dans les documents de suivi** : seuls des nombres y sont notés.",
        "- La fiche remise appartient à la personne ; rien n’est transmis sans son accord.",
        "- Ne pas culpabiliser : on parle de ce qui est possible, non de ce qui aurait dû être fait.",
        "- Vérifier chaque année que les créneaux promis par les professionnels existent toujours.",
        "- Préparer la suite : si l’action n’est pas reconduite, dire aux habitants vers qui se tourner.",
      ],
      participation: [
        "Le niveau visé est la **co-construction**. Un habitant écrit la fiche avec le groupe, choisit les lieux " +
          "avec les communes et relit les messages de la campagne.",
        "> « Si c’est le docteur qui invite, je me demande ce qu’il va me trouver. Si c’est le club de palets, j’y " +
          "vais. » (parole imaginée, exemple fictif)",
        "À la fin de chaque journée, trois questions sont posées sur un carton : _Êtes-vous venu seul ? Avez-vous " +
          "compris ce qu’on vous a dit ? Que faudrait-il changer ?_ Les réponses sont lues en groupe de travail et " +
          "affichées dans la commune.",
        "Pour situer la démarche dans la politique régionale : [Agence régionale de santé " +
          "Bretagne](https://www.bretagne.ars.sante.fr/).",
      ],
      resume: [
        "Le cœur peut être malade sans qu’on le sente. Une tension trop haute ne fait pas mal.",
        "Plusieurs fois par an, une équipe vient près de chez vous : sur un marché, dans une salle, lors d’une " +
          "fête. Elle mesure votre tension et répond à vos questions. C’est gratuit (exemple fictif). Si un " +
          "résultat inquiète, elle vous aide à trouver un rendez-vous.",
        "Douleur dans la poitrine, bras sans force, bouche de travers : appelez le 15 tout de suite.",
      ],
    },
  },
  {
    id: "g7w8dr3yb6m0jcg1",
    numero: "2.1",
    intitule: "Prévenir le suicide : former des personnes relais dans chaque bassin de vie",
    axe: 2,
    groupe: "gfhajegzhqtj90hs",
    sections: {
      constats: [
        "La prévention du suicide et de la souffrance psychique traverse les deux contrats du Centre Ouest " +
          "Bretagne. Un **avenant consacré à la santé mentale** a complété le deuxième, puis la prolongation " +
          "signée en janvier 2020 a ajouté une action sur le suicide. Le sujet reste prioritaire pour les " +
          "partenaires.",
      ],
      description: [
        "L’organisation décrite est un exemple fictif.",
        "1. Repérer dans chaque bassin de vie des personnes à qui l’on parle : facteurs, aides à domicile, " +
          "agriculteurs, bénévoles.",
        "2. Les former à reconnaître les signes de détresse, à oser la question et à passer le relais.",
        "3. Les réunir deux fois par an, avec une psychologue, pour qu’elles ne portent pas seules ce qu’elles " +
          "entendent.",
        "Le numéro national [3114](https://3114.fr/) est rappelé dans chaque formation : il répond jour et nuit, " +
          "gratuitement.",
      ],
      vigilance: [
        "- Une personne relais n’est **ni un soignant, ni une surveillante** : elle écoute et oriente.",
        "- Ne jamais publier de récit ou de chiffre qui permette de reconnaître une personne.",
      ],
      resume: [
        "Certaines personnes souffrent tellement qu’elles pensent à mourir. En parler peut les aider.",
        "Cette action forme des habitants et des professionnels à écouter et à trouver de l’aide. Si vous allez " +
          "mal, ou si un proche va mal, appelez le 3114. C’est gratuit, à toute heure.",
      ],
    },
  },
  {
    id: "30wgm1bvy4h5f4cz",
    numero: "3.1",
    intitule: "Éviter les ruptures dans l’accompagnement des personnes âgées",
    axe: 3,
    groupe: "k8p99jvwsbh7j43z",
    sections: {
      constats: [
        "L’accompagnement des personnes âgées en perte d’autonomie s’appuyait sur la MAIA (méthode d’action pour " +
          "l’intégration des services d’aide et de soins dans le champ de l’autonomie) du Centre Ouest Bretagne, à " +
          "cheval sur les Côtes-d’Armor et le Finistère. Elle figurait parmi les sujets poursuivis d’un contrat à " +
          "l’autre, et parmi les trois actions ajoutées lors de la prolongation.",
      ],
      inegalites: [
        "Celles et ceux qui ont un proche disponible obtiennent une réponse ; les autres abandonnent. Le groupe " +
          "veut partir **des personnes sans entourage**, et des couples où l’aidant est lui-même âgé.",
      ],
      description: [
        "Les modalités sont un exemple fictif.",
        "- Un point d’entrée connu de tous, quel que soit le département.",
        "- Une fiche de liaison courte, remplie avec la personne et gardée chez elle.",
        "- Une réunion de situations chaque mois, seulement avec l’accord de la personne.",
      ],
      freins: [
        "- Deux départements, deux formulaires pour une même demande.",
        "- Des aides à domicile trop peu nombreuses pour participer aux réunions.",
      ],
    },
  },
  {
    id: "dpvctg9vem8d2pye",
    numero: "4.1",
    intitule: "Parler santé au travail avec les petites entreprises et les exploitations agricoles",
    axe: 4,
    groupe: "x987c4n0km54jzrf",
    sections: {
      constats: [
        "La santé au travail est l’un des thèmes **nouveaux** du deuxième contrat : elle n’était pas traitée dans " +
          "le premier. Les entreprises rencontrées par le groupe sont petites, sans service du personnel, et le " +
          "dirigeant y cumule tous les rôles (exemple fictif).",
      ],
      description: [
        "L’action est imaginée pour la démonstration (exemple fictif).",
        "- Des rencontres courtes, tôt le matin, chez un artisan ou dans une ferme, sur un seul sujet : le dos, le " +
          "bruit, la fatigue, l’isolement.",
        "- Un binôme fixe : une personne de la prévention, une personne du métier.",
        "- Une liste de contacts, remise sur place, avec la Mutualité sociale agricole (MSA) et les services de " +
          "santé au travail.",
      ],
      leviers: [
        "- La MSA, signataire du contrat, connaît déjà les exploitations.",
        "- Un dirigeant convaincu en amène deux autres.",
      ],
      resume: [
        "Dans une petite entreprise ou une ferme, on parle peu de sa santé. On n’a pas le temps.",
        "Cette action organise des rencontres courtes, le matin, sur le lieu de travail. On y parle du dos, du " +
          "bruit ou de la fatigue. On repart avec des contacts utiles.",
      ],
    },
  },
  {
    id: "7c54dfnz04pnze8c",
    numero: "5.1",
    intitule: "Réduire l’exposition aux produits dangereux, à la maison et au travail",
    axe: 5,
    groupe: "x987c4n0km54jzrf",
    sections: {
      constats: [
        "L’environnement fait partie des deux thèmes ajoutés par le deuxième contrat, avec le travail. Le groupe a " +
          "souhaité les traiter ensemble : les mêmes produits se retrouvent souvent dans le hangar, dans le garage " +
          "et sous l’évier (exemple fictif).",
      ],
      description: [
        "L’action est imaginée pour la démonstration (exemple fictif).",
        "1. Une collecte de produits périmés, annoncée avec les déchèteries.",
        "2. Un atelier « **moins et mieux** » : lire une étiquette, se protéger, remplacer.",
        "3. Un retour aux communes sur ce qui a été collecté, pour adapter leurs propres achats.",
      ],
      vigilance: [
        "- Ne pas opposer agriculteurs et riverains : chacun vient parler de ses usages.",
        "- Prévoir un transport sûr : personne ne doit déplacer seul un bidon ancien.",
      ],
    },
  },
];
