import type { DemoFiche } from "../format.ts";

/** The fiches of Challans-Gois and Océan-Marais-de-Monts: facts from public pages; inventions say so. */
export const challansGoisOceanMaraisDeMontsFiches: readonly DemoFiche[] = [
  {
    id: "ayq6s3005tftaq5p",
    numero: "2.1",
    intitule: "Prévention pour les aînés sur tout le territoire",
    axe: 2,
    objectif: "jhgzv10ydcqnryqm",
    groupe: "fwg859awhv2ebce4",
    sections: {
      constats: [
        "# Une demande forte des deux intercommunalités",
        "Garantir aux habitants la possibilité de rester **chez eux et en bonne santé** est l’une des " +
          "préoccupations qui ont conduit Challans Gois Communauté et Océan-Marais de Monts à construire ensemble " +
          "un Contrat local de santé (CLS). Les autres raisons se tiennent : le manque de médecins généralistes et " +
          "de certains spécialistes, des parcours de soins qui ignorent les limites administratives, et des " +
          "compétences locales trop étroites pour agir seul.",
        "Le diagnostic a été nourri par des ateliers organisés à partir de décembre 2021, puis par trois " +
          "rendez-vous ouverts à la population : **256 participants** en tout. Un programme de prévention renforcé " +
          "pour les seniors, déployé dès 2023 sur les 16 communes, en est l’une des suites.",
        "## Ce qui revient dans les échanges du groupe (exemple fictif)",
        "- Les ateliers existants plaisent, mais ce sont souvent les mêmes personnes qui s’y inscrivent.",
        "- Les nouveaux arrivants, venus passer leur retraite près de la mer, ont peu de famille sur place.",
        "- La peur de tomber commence bien avant la première chute.",
        "- Beaucoup de conjoints aidants ne se reconnaissent pas dans le mot « aidant ».",
        "> « Mon mari n’est pas malade, il oublie. Je ne vais quand même pas déranger le docteur pour ça. » " +
          "(parole imaginée pour la démonstration, exemple fictif)",
      ],
      inegalites: [
        "# Qui ne vient pas ?",
        "Le groupe s’est posé cette question avant toutes les autres. Quatre réponses reviennent (exemple fictif, " +
          "à vérifier avec les centres communaux d’action sociale) :",
        "- les personnes **qui ne conduisent plus**, surtout dans le marais et loin des bourgs ;",
        "- les **hommes seuls**, très peu présents dans les ateliers ;",
        "- les personnes aux **revenus modestes**, pour qui même une petite participation est un obstacle ;",
        "- les personnes qui **entendent ou voient mal** et n’osent plus se montrer en groupe.",
        "# Ce que nous changeons",
        "Toutes les séances sont gratuites, les lieux tournent, le transport est organisé. Surtout, l’invitation " +
          "ne passe plus seulement par l’affiche : elle est portée par quelqu’un que la personne connaît, comme " +
          "l’aide à domicile, le porteur de repas ou le voisin.",
      ],
      description: [
        "Les formes retenues par le contrat sont des ateliers de prévention, des réunions d’information, des " +
          "conférences et des spectacles. Le détail qui suit est un exemple fictif.",
        "# Un programme commun, seize portes d’entrée",
        "Chaque semestre, un seul programme est publié pour tout le territoire. Il comprend au moins un " +
          "rendez-vous dans chaque commune au cours de l’année.",
        "- **Bouger** : équilibre, marche douce, prévention des chutes.",
        "- **Bien vivre chez soi** : sommeil, alimentation, médicaments, aménagement du logement.",
        "- **Garder le lien** : mémoire, audition, outils numériques, spectacle suivi d’un échange.",
        "- **Aider sans s’épuiser** : temps pour les aidants, avec une solution pour la personne aidée.",
        "# De l’invitation à la suite",
        "1. Un professionnel ou un bénévole repère une personne qui pourrait en profiter et lui en parle.",
        "2. La personne reçoit un appel, puis un rappel la veille ; le transport est proposé à ce moment-là.",
        "3. La première séance commence par un café : on se présente, personne ne remplit de formulaire.",
        "4. À la fin du cycle, chacun repart avec une suite près de chez lui : club, association, consultation.",
        "# Le rôle de la personne chargée de prévention",
        "Le contrat prévoit une personne chargée de prévention pour les deux intercommunalités. Elle construit le " +
          "programme, accorde les calendriers et tient le lien avec les professionnels de santé.",
      ],
      resultats_attendus: [
        "Les chiffres sont un exemple fictif ; le comité technique les fixera avec les financeurs.",
        "- Chaque année, un rendez-vous au moins dans chacune des 16 communes.",
        "- Au bout de deux ans, une personne sur trois vient **pour la première fois** à une action de prévention.",
        "- La part des hommes passe d’un participant sur dix à un sur quatre.",
        "- Trois mois après un cycle, la moitié des participants pratique encore une activité.",
        "- Les professionnels du domicile savent à qui signaler une personne isolée.",
      ],
      moyens: [
        "## Humains",
        "- la personne chargée de prévention, pour la moitié de son temps (exemple fictif) ;",
        "- les intervenants des ateliers : éducateurs en activité physique, diététiciennes, psychologues, " +
          "ergothérapeutes ;",
        "- les bénévoles et les élus référents des communes.",
        "## Matériels et financiers",
        "- salles communales prêtées gracieusement, choisies de plain-pied et bien éclairées ;",
        "- un minibus partagé entre les deux intercommunalités (exemple fictif) ;",
        "- un programme imprimé en gros caractères, disponible aussi en mairie et en pharmacie ;",
        "- des financements de prévention à demander chaque année ; aucune somme n’est acquise à ce stade.",
      ],
      leviers: [
        "- Les deux intercommunalités travaillent **à égalité** : le programme porte les deux noms et tourne d’un " +
          "territoire à l’autre.",
        "- La Communauté professionnelle territoriale de santé (CPTS) et les maisons de santé " +
          "pluriprofessionnelles (MSP) sont déjà partenaires d’autres actions du contrat.",
        "- Les communes connaissent leurs aînés : registres, colis de fin d’année, repas, portage.",
        "- Le contrat est bien présenté au public, par exemple [sur le site d’Océan-Marais de " +
          "Monts](https://www.oceanmaraisdemonts.fr/Vivre-au-quotidien/Contrat-Local-de-Sante) et [sur celui de " +
          "Challans Gois](https://www.challansgois.fr/mon-quotidien/sante/contrat-local-de-sante/).",
      ],
      freins: [
        "- La population change beaucoup entre l’hiver et l’été : salles prises, routes chargées, familles en " +
          "visite.",
        "- Les mots « prévention » et « senior » font fuir une partie du public.",
        "- Les intervenants sont peu nombreux et viennent parfois de loin.",
        "- Les financements annuels rendent difficile un programme sur trois ans.",
      ],
      vigilance: [
        "- **Ne pas ajouter une couche** : recenser d’abord ce que font les clubs et les associations.",
        "- Compter les personnes, non les présences : un participant assidu ne compte qu’une fois.",
        "- Respecter un refus. On peut reproposer plus tard, jamais insister.",
        "- Ne pas noter d’information de santé sur les feuilles d’inscription.",
        "- Penser aux aidants dès le choix de l’horaire.",
      ],
      participation: [
        "Le niveau visé est la **co-construction**. Un habitant retraité est membre du groupe et écrit cette fiche " +
          "avec les professionnels.",
        "- _Choisir_ : avant chaque semestre, une rencontre ouverte classe les thèmes proposés.",
        "- _Faire_ : des participants deviennent « passeurs » et accompagnent une nouvelle personne à sa première " +
          "séance (exemple fictif).",
        "- _Évaluer_ : à la fin de l’année, les participants donnent leur avis, à l’oral ou par écrit ; le compte " +
          "rendu dit ce qui change et ce qui ne change pas.",
      ],
      resume: [
        "Vieillir en forme, cela se prépare. Mais beaucoup de personnes âgées ne viennent pas aux ateliers : elles " +
          "sont seules, elles ne conduisent plus ou elles n’osent pas.",
        "Cette action propose des rendez-vous gratuits dans les 16 communes : bouger, bien dormir, entretenir sa " +
          "mémoire, souffler quand on aide un proche. Il y a aussi des conférences et des spectacles. Si vous " +
          "n’avez pas de voiture, on vient vous chercher (exemple fictif).",
        "Venez comme vous êtes. La première fois, on prend un café.",
      ],
    },
  },
  {
    id: "jdpgzw2744v2w8ts",
    numero: "1.1",
    intitule: "Accompagner l’équipe mobile de soins dans les communes sans médecin",
    axe: 1,
    groupe: "a99dnrqrrff53w06",
    sections: {
      constats: [
        "Le manque de médecins généralistes est l’une des raisons d’être du contrat. Depuis 2023, le dispositif " +
          "**Escorter**, une équipe mobile de soins, envoie des médecins généralistes dans les communes qui en " +
          "manquent. Il associe la Communauté professionnelle territoriale de santé (CPTS), les maisons de santé " +
          "pluriprofessionnelles (MSP), l’Agence régionale de santé (ARS) et la Caisse primaire d’assurance " +
          "maladie (CPAM).",
      ],
      description: [
        "Cette fiche ne décrit pas les soins, mais ce que le contrat peut faire **autour** d’eux. Les modalités " +
          "sont un exemple fictif.",
        "- Trouver avec les communes une salle adaptée, accessible et discrète.",
        "- Faire connaître les jours de passage aux personnes sans médecin traitant.",
        "- Former les secrétariats de mairie à répondre simplement : qui est reçu, comment, à quel tarif.",
      ],
      vigilance: [
        "- Ne pas laisser croire que l’équipe mobile remplace une installation durable.",
        "- Une mairie n’a pas à connaître le motif d’une consultation.",
      ],
      resume: [
        "Dans certaines communes, il n’y a plus de médecin. Une équipe mobile de médecins vient soigner sur place.",
        "Cette action aide à trouver des salles et à informer les habitants des jours de passage.",
      ],
    },
  },
  {
    id: "30rbhfj46s42n73v",
    numero: "2.2",
    intitule: "Aller vers les jeunes : écoute, addictions, vie affective et sexuelle",
    axe: 2,
    groupe: "2r80d2gf2y41fqp8",
    sections: {
      constats: [
        "Le contrat prévoit un programme de prévention pour les jeunes : permanences de la **Maison des " +
          "adolescents** à l’espace France Services, formations des professionnels sur les conduites addictives et " +
          "sur la vie affective et sexuelle. Le groupe note que les jeunes des communes éloignées y viennent " +
          "moins, faute de transport (exemple fictif).",
      ],
      description: [
        "Ce qui suit complète le programme existant et reste un exemple fictif.",
        "1. Des permanences d’écoute qui se déplacent, pendant les vacances, sur les lieux de travail saisonnier.",
        "2. Une équipe de jeunes volontaires, formés, présents lors des fêtes de l’été.",
        "3. Une carte de poche : qui appeler, où aller, ce qui est gratuit, ce qui reste confidentiel.",
      ],
      participation: [
        "Des jeunes choisissent le ton et les images de la carte. Ils testent le parcours comme de « faux » " +
          "usagers et racontent au groupe ce qu’ils ont vécu.",
      ],
    },
  },
  {
    id: "00y4hfbatnapyy1a",
    numero: "3.1",
    intitule: "Rendre plus lisible le parcours après une hospitalisation",
    axe: 3,
    groupe: "ybqczj71k6v6bk4n",
    sections: {
      constats: [
        "Rendre lisibles et fluides les parcours des personnes fragilisées est le troisième axe du contrat. Le " +
          "retour à la maison en est un moment clé : en quelques jours, il faut trouver une infirmière, de l’aide, " +
          "un lit adapté, un rendez-vous. Les parcours de soins dépassent les limites des deux intercommunalités.",
      ],
      inegalites: [
        "Une personne seule, ou dont le conjoint est fatigué, **accepte de sortir sans dire** ce qui lui manque. " +
          "Le groupe veut que la question soit posée à tous, avant la sortie (exemple fictif).",
      ],
      description: [
        "L’action est imaginée pour la démonstration (exemple fictif).",
        "- Une liste de dix questions, en langage clair, remise à l’entrée à l’hôpital.",
        "- Un annuaire unique des services du domicile, pour les 16 communes.",
        "- Un appel à la personne, deux jours après son retour.",
      ],
      freins: ["- Des sorties annoncées la veille d’un week-end.", "- Des annuaires nombreux, rarement à jour."],
    },
  },
  {
    id: "7a54ega9ep1feh2x",
    numero: "4.1",
    intitule: "Former aux premiers secours en santé mentale et au repérage du risque suicidaire",
    axe: 4,
    groupe: "ngvcr4d9fa7v2jb5",
    etat: "proposition",
    sections: {
      constats: [
        "Faciliter l’accès à l’offre en santé mentale est le quatrième axe du contrat, qui prévoit des formations " +
          "aux **premiers secours en santé mentale** et au risque suicidaire. Comme pour le secourisme, il s’agit " +
          "d’apprendre les premiers gestes : approcher, écouter, rassurer, orienter.",
      ],
      description: [
        "L’organisation est un exemple fictif.",
        "- Deux sessions par an, une dans chaque intercommunalité.",
        "- Des groupes mêlés : agents d’accueil, animateurs, aides à domicile, bénévoles, employeurs.",
        "- Un rendez-vous six mois plus tard, pour parler de ce qui a servi.",
        "La formation rappelle le [3114](https://3114.fr/), numéro national de prévention du suicide, joignable " +
          "jour et nuit.",
      ],
      resultats_attendus: [
        "- Dans chaque commune, au moins une personne formée au bout de deux ans (exemple fictif).",
        "- Des personnes formées qui **se sentent capables** d’engager la conversation, avant et après : même " +
          "questionnaire court.",
      ],
      resume: [
        "Quand quelqu’un va mal dans sa tête, on ne sait pas toujours quoi dire. Cela s’apprend.",
        "Cette action forme des personnes du territoire : écouter, rassurer, trouver de l’aide. Si vous pensez au " +
          "suicide, appelez le 3114. C’est gratuit, jour et nuit.",
      ],
    },
  },
];
