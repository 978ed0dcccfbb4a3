import type { DemoFiche } from "../format.ts";

/** The fiches of the Pays de Redon are invented, and say so. */
export const paysDeRedonFiches: readonly DemoFiche[] = [
  {
    id: "z7nc5a6zc3wkyjsa",
    numero: "1.1",
    intitule: "Aménager des lieux qui donnent envie de bouger et de se rencontrer, dans les 31 communes",
    axe: 1,
    groupe: "3w1c6jzcc11yqbzs",
    sections: {
      constats: [
        "# Ce que nous savons du territoire",
        "La santé ne se joue pas seulement chez le médecin. Le logement, l’environnement, l’alimentation, " +
          "l’éducation et l’emploi pèsent aussi : c’est l’idée de départ du **Contrat local de santé (CLS) du Pays " +
          "de Redon**. Son premier axe porte sur les environnements et les cadres de vie favorables à la santé ; " +
          "la présente fiche en propose une traduction concrète.",
        "Le contrat réunit 31 communes et relève de deux Agences régionales de santé (ARS), celle de Bretagne et " +
          "celle des Pays de la Loire. Redon Agglomération en assure la coordination, que les deux agences aident " +
          "à financer. Un projet mené ici doit donc convenir à des communes qui n’ont pas toutes les mêmes " +
          "interlocuteurs.",
        "## Ce que le groupe de travail a entendu (exemple fictif)",
        "- Dans les bourgs, le trajet entre l’école, la mairie et les commerces se fait en voiture, même quand il " +
          "est court.",
        "- Les bancs, l’ombre et les toilettes manquent sur les chemins de promenade : des personnes âgées " +
          "renoncent à sortir.",
        "- Les aménagements sont décidés sans que les services de santé ou les habitants soient interrogés.",
        "> « Le stade est à dix minutes à pied de chez moi. Je ne le savais pas : il n’y a pas de chemin, juste " +
          "une route. » (parole imaginée pour la démonstration, exemple fictif)",
      ],
      inegalites: [
        "# Qui reste de côté aujourd’hui ?",
        "Marcher ou pédaler chaque jour protège la santé, mais tout le monde n’en a pas la même possibilité. Le " +
          "groupe a retenu trois situations (exemple fictif, à confronter aux données du diagnostic) :",
        "- les personnes **sans voiture** ou qui ne conduisent plus, dépendantes d’un proche pour chaque sortie ;",
        "- les personnes qui vivent **loin d’un bourg**, où la route est le seul chemin ;",
        "- les personnes **qui n’osent pas** : peur de tomber, douleur, handicap peu visible, sentiment que « le " +
          "sport, ce n’est pas pour nous ».",
        "# Ce que l’action change pour elles",
        "L’effort n’est pas le même partout. Les communes où les besoins sont les plus forts sont aidées en " +
          "premier, et chaque projet est relu avec une question simple : _qui ne viendra pas, et pourquoi ?_ Un " +
          "aménagement réussi pour une personne qui marche difficilement l’est presque toujours pour les autres ; " +
          "l’inverse est rarement vrai.",
      ],
      description: [
        "Le contrat repose sur quatre objectifs de méthode. Le premier vaut pour tout le territoire ; chaque " +
          "action choisit comme objectif principal l’un des trois autres. Le groupe propose ici **l’implication " +
          "des 31 communes**. L’action elle-même et son déroulement sont imaginés pour la démonstration (exemple " +
          "fictif).",
        "# Le principe",
        "Une équipe d’appui accompagne les communes volontaires pour observer un lieu du quotidien, choisir " +
          "quelques améliorations simples et les réaliser. On part de l’existant : une place, un chemin d’école, " +
          "les abords d’une salle, un cimetière ombragé.",
        "# Le déroulement dans une commune",
        "1. La commune désigne un binôme, une personne élue et un agent, et choisit un lieu.",
        "2. Une **marche exploratoire** réunit habitants, professionnels et services techniques ; chacun note ce " +
          "qui aide et ce qui gêne.",
        "3. Le groupe de travail rend une page de propositions, classées de la plus simple à la plus coûteuse.",
        "4. La commune retient deux ou trois améliorations et dit publiquement ce qu’elle ne retient pas, et " +
          "pourquoi.",
        "5. Six mois plus tard, une seconde marche vérifie ce qui a changé.",
        "# Le partage entre communes",
        "Les pages de propositions sont rassemblées et mises à disposition de toutes les communes. Les outils " +
          "d’information créés dans le cadre du contrat, _ActuSanté_ et _Action Santé Pays de Redon_, servent à " +
          "annoncer les marches et à en donner les suites.",
      ],
      resultats_attendus: [
        "Pour la durée de l’action, le groupe vise les résultats suivants (exemple fictif) :",
        "- toutes les communes ont reçu une présentation de la démarche ;",
        "- dix communes au moins ont mené une marche exploratoire, dont la moitié hors de la ville centre ;",
        "- dans chacune, deux améliorations au moins sont visibles sur place ;",
        "- un tiers des participants n’avait jamais pris part à une réunion municipale.",
        "Au-delà des chiffres, le premier signe de réussite sera qu’une commune relance une marche **sans qu’on le " +
          "lui demande**.",
      ],
      moyens: [
        "## Humains (exemple fictif)",
        "- la coordination du contrat, pour l’organisation et la mémoire de l’action ;",
        "- une animatrice en promotion de la santé, une journée par semaine ;",
        "- dans chaque commune, le binôme élu et agent, environ trois demi-journées.",
        "## Matériels",
        "- une grille d’observation d’une page, en langage clair, avec des pictogrammes ;",
        "- des fauteuils roulants et des poussettes prêtés pour les marches, afin que chacun éprouve le parcours.",
      ],
      leviers: [
        "- Le contrat est déjà la deuxième génération : les partenaires se connaissent depuis le premier, conduit " +
          "de 2015 à 2022.",
        "- Les groupes de travail sont constitués **action par action**, ce qui permet d’inviter les bonnes " +
          "personnes pour un sujet précis.",
        "- Parmi les acteurs du contrat figurent la Communauté professionnelle territoriale de santé (CPTS), le " +
          "Conseil de développement et la Fédé en Pays de Vilaine : autant de relais vers des habitants que les " +
          "mairies voient peu.",
        "- La présentation publique du contrat donne un cadre commun : [le CLS 2 du Pays de " +
          "Redon](https://www.redon-agglomeration.bzh/contrat-local-sante-2).",
      ],
      freins: [
        "- Les petites communes ont peu d’agents : trois demi-journées, c’est beaucoup.",
        "- Les travaux de voirie suivent un calendrier budgétaire que le groupe ne maîtrise pas.",
        "- Une marche organisée en semaine et en journée écarte celles et ceux qui travaillent.",
      ],
      vigilance: [
        "- Ne pas promettre un aménagement pendant la marche : seule la commune décide.",
        "- Ne recueillir aucune information de santé sur les participants, même donnée spontanément.",
        "- Varier les lieux : si seules les communes les plus à l’aise se portent volontaires, l’action creuse " +
          "l’écart qu’elle veut réduire.",
      ],
      participation: [
        "L’implication des habitants dans l’écriture, la conduite et l’évaluation des actions est l’un des " +
          "objectifs de méthode du contrat. Pour cette fiche, le niveau visé est la **concertation**.",
        "- _Pour écrire_ : une habitante siège dans le groupe de travail ; elle lit les versions et donne son avis " +
          "en réunion.",
        "- _Pour agir_ : les habitants du quartier ou du bourg forment au moins la moitié de chaque marche " +
          "(exemple fictif).",
        "- _Pour évaluer_ : les participants de la première marche sont invités à la seconde, et leur avis est " +
          "publié avec celui de la commune.",
        "Les partenaires du contrat se forment à la littératie en santé, c’est-à-dire à la façon dont chacun " +
          "trouve, comprend et utilise une information de santé, ainsi qu’à l’accueil des habitants dans les " +
          "groupes.",
      ],
      resume: [
        "Marcher, s’asseoir à l’ombre, rejoindre l’école ou le marché à pied : c’est bon pour la santé. Mais ce " +
          "n’est pas possible partout.",
        "Avec cette action, les communes du Pays de Redon qui le souhaitent regardent un lieu avec ses habitants. " +
          "On marche ensemble. On note ce qui gêne. La commune choisit ensuite deux ou trois améliorations " +
          "simples : un banc, un passage, un fléchage.",
        "Six mois après, on revient voir. La commune explique ce qu’elle a fait, et ce qu’elle n’a pas pu faire.",
      ],
    },
  },
  {
    id: "6r9kkfwqpqxmk9hf",
    numero: "1.2",
    intitule: "Mieux connaître l’air de son logement",
    axe: 1,
    groupe: "9db8qz20t9re67fk",
    sections: {
      constats: [
        "Nous passons une grande partie de nos journées à l’intérieur, et l’air y est parfois moins bon que " +
          "dehors : fumée de tabac, humidité, produits d’entretien, et aussi **radon**, un gaz radioactif naturel " +
          "qui monte de certains sols. Radon et tabac aggravent chacun le risque de cancer du poumon, plus encore " +
          "ensemble.",
        "Lors de la première réunion, peu de participants savaient si leur commune était concernée (exemple fictif).",
      ],
      description: [
        "L’action est imaginée pour la démonstration (exemple fictif).",
        "1. Chaque hiver, des petits capteurs de radon sont prêtés aux ménages volontaires.",
        "2. Au printemps, une réunion publique explique les résultats, sans jamais les présenter logement par " +
          "logement.",
        "3. Les ménages qui le demandent sont orientés vers un conseil sur l’aération et les travaux possibles.",
        "L’objectif de méthode principal est d’**aller vers les personnes les plus éloignées de la prévention** : " +
          "les capteurs sont proposés aussi lors des distributions alimentaires et des visites à domicile.",
      ],
      vigilance: [
        "- Une mesure inquiétante sans conseil derrière ferait plus de mal que de bien.",
        "- Les locataires ne décident pas des travaux : associer les bailleurs dès le début.",
      ],
    },
  },
  {
    id: "ef0gkb2s5vjwgte8",
    numero: "2.1",
    intitule: "Former les partenaires à la littératie en santé et à l’accueil des habitants",
    axe: 2,
    groupe: "y6qz29sbazn6bwk6",
    sections: {
      constats: [
        "La littératie en santé, c’est la capacité de trouver, de comprendre et d’utiliser une information pour sa " +
          "santé. Quand un courrier, une affiche ou un site est trop compliqué, ce sont toujours les mêmes qui " +
          "renoncent.",
        "Le Contrat local de santé (CLS) du Pays de Redon forme déjà ses partenaires sur ce sujet, et sur la " +
          "manière d’**accueillir des habitants dans les groupes de travail**. Cette fiche prolonge cet effort.",
      ],
      description: [
        "Le contenu détaillé ci-dessous est un exemple fictif.",
        "- Une demi-journée commune : relire ensemble ses propres documents, à voix haute, avec des habitants.",
        "- Une demi-journée par groupe de travail : préparer la venue d’habitants, de l’invitation jusqu’au compte " +
          "rendu.",
        "- Un aide-mémoire d’une page, à relire avant chaque réunion.",
        "> « Si je ne comprends pas le titre, je n’ouvre pas le papier. » (parole imaginée, exemple fictif)",
      ],
      participation: [
        "Les habitants sont ici **co-auteurs** : ils écrivent la fiche avec les partenaires et co-animent les " +
          "demi-journées. L’objectif de méthode principal est leur implication dans l’écriture, la conduite et " +
          "l’évaluation des actions.",
      ],
      resume: [
        "Les papiers sur la santé sont souvent difficiles à comprendre. Les réunions aussi.",
        "Dans cette action, des professionnels apprennent à écrire et à parler plus simplement. Ils apprennent " +
          "aussi à bien accueillir les habitants dans les réunions. Des habitants animent les formations avec eux.",
      ],
    },
  },
  {
    id: "wre08yf6y9gq41ds",
    numero: "3.1",
    intitule: "Repérer plus tôt le mal-être des jeunes, là où ils sont",
    axe: 3,
    groupe: "re1fgpymchpbzyqc",
    sections: {
      constats: [
        "Les professionnels réunis par le groupe constatent que les jeunes parlent d’abord à un adulte proche : " +
          "animateur, surveillante, entraîneur, conseillère en insertion. Ces adultes se sentent souvent seuls et " +
          "ne savent pas vers qui se tourner (exemple fictif).",
      ],
      description: [
        "L’action est imaginée pour la démonstration (exemple fictif). Elle s’adresse aux adultes **qui ne sont " +
          "pas soignants** :",
        "- une sensibilisation d’une journée, proposée dans plusieurs communes ;",
        "- une fiche réflexe : écouter, ne pas rester seul, orienter ;",
        "- une rencontre tous les deux mois pour échanger sur des situations, de façon anonyme.",
        "En cas de crainte pour la vie d’un jeune, le numéro national de prévention du suicide, le " +
          "[3114](https://3114.fr/), répond jour et nuit.",
      ],
      freins: [
        "- Les délais pour obtenir un rendez-vous après le repérage.",
        "- La mobilité des jeunes, surtout en dehors du temps scolaire.",
      ],
      resume: [
        "Quand un jeune va mal, il en parle souvent à un adulte qu’il connaît bien. Cet adulte n’est pas toujours " +
          "préparé.",
        "Cette action aide les animateurs, les entraîneurs et les surveillants à écouter, puis à trouver la bonne " +
          "aide.",
      ],
    },
  },
];
