import type { DemoFiche } from "../format.ts";

/** The fiches of Cornouaille: facts from the public pages of Quimper Cornouaille Développement and of the ARS; inventions say so. */
export const cornouailleFiches: readonly DemoFiche[] = [
  {
    id: "pj6mb8wwpqbzxa18",
    numero: "4.1",
    intitule: "Conduire un diagnostic en santé environnementale partagé avec les communes",
    axe: 4,
    objectif: "w6csrrkzhee6kaky",
    groupe: "wfr7vcd36tera604",
    etat: "en_relecture",
    sections: {
      constats: [
        "# D’où vient cette action",
        "La promotion de la santé environnementale est l’un des quatre axes du **Contrat local de santé (CLS) de " +
          "Cornouaille**, signé le 12 juillet 2023 pour cinq ans. Lors de la signature, le diagnostic en santé " +
          "environnementale faisait partie des actions déjà amorcées. Dès la préfiguration, il était prévu de " +
          "relier la démarche au Programme régional santé environnement (PRSE).",
        "Le périmètre est vaste : six intercommunalités, **59 communes et 217 882 habitants**, du littoral à " +
          "l’intérieur des terres. Eau, air, logement, bruit, chaleur, alimentation : chaque collectivité détient " +
          "une partie des informations, aucune ne les a toutes.",
        "## Ce que le groupe a relevé (exemple fictif)",
        "- Les données existent, mais dans des services différents et à des dates différentes.",
        "- Les communes demandent surtout _par où commencer_, plus qu’un rapport de plus.",
        "- Les habitants parlent de santé environnementale avec leurs mots : les odeurs, l’humidité, la baignade, " +
          "les pesticides, le bruit du soir.",
        "- Les plus petites communes n’ont pas d’agent chargé du sujet.",
        "> « On nous demande souvent si l’eau est bonne. On a la réponse quelque part, mais personne ne sait où. » " +
          "(parole imaginée d’une secrétaire de mairie, exemple fictif)",
      ],
      inegalites: [
        "Un même environnement n’a pas le même effet sur tous. Le diagnostic doit dire **où** se trouvent les " +
          "expositions, mais aussi **qui** les subit et qui peut s’en protéger.",
        "## Les trois questions posées à chaque thème",
        "1. _Qui est le plus exposé ?_ Par exemple les occupants de logements humides, les personnes qui " +
          "travaillent dehors, les riverains d’un axe passant.",
        "2. _Qui est le plus fragile ?_ Les jeunes enfants, les femmes enceintes, les personnes âgées ou malades.",
        "3. _Qui a le moins de moyens d’agir ?_ Les locataires, les ménages modestes, celles et ceux qui ne " +
          "connaissent pas leurs droits.",
        "Les réponses seront cartographiées à une échelle qui ne permet jamais de reconnaître un ménage. Lorsque " +
          "les données manquent, le diagnostic l’écrira : une zone blanche sur la carte n’est pas une zone sans " +
          "problème.",
      ],
      description: [
        "Le calendrier et l’organisation ci-dessous sont un exemple fictif.",
        "# Première étape : rassembler",
        "Un tableau unique recense les sources disponibles par thème : qui les détient, de quand elles datent, à " +
          "quelle échelle, si elles sont publiques. Les services des six intercommunalités le complètent ensemble, " +
          "en ligne, pendant deux mois.",
        "# Deuxième étape : écouter",
        "Dans chaque intercommunalité, un atelier réunit personnes élues, agents, professionnels de santé, " +
          "associations et habitants. On y travaille sur une grande carte :",
        "- en bleu, ce qui va bien et qu’il faut protéger ;",
        "- en orange, ce qui inquiète ;",
        "-- avec, pour chaque point, ce que l’on sait et ce que l’on croit savoir ;",
        "-- avec le nom du service qui peut répondre ;",
        "- en gris, ce que personne ne sait.",
        "# Troisième étape : choisir",
        "Le comité technique rapproche les données et les ateliers. Il distingue les points d’accord des points " +
          "qui font débat. Le comité de pilotage (Copil) classe ensuite les enjeux ; le vote, déjà employé au " +
          "printemps 2022 pour retenir les enjeux du contrat, est une méthode que ses membres connaissent.",
        "# Quatrième étape : rendre",
        "Chaque commune reçoit une page : trois constats, trois pistes, un contact. Un document complet est publié " +
          "pour toute la Cornouaille.",
      ],
      resultats_attendus: [
        "Les cibles chiffrées sont un exemple fictif.",
        "- Un diagnostic publié, lisible par une personne qui n’est pas spécialiste.",
        "- Une page de synthèse remise à chacune des 59 communes.",
        "- Six ateliers tenus, un par intercommunalité, avec une vingtaine de personnes chacun.",
        "- Trois enjeux prioritaires choisis par le Copil, et au moins **une nouvelle fiche-action** par enjeu.",
        "- Un tableau des sources tenu à jour chaque année, même après la fin du diagnostic.",
      ],
      moyens: [
        "- L’animation par l’équipe du contrat, au sein de Quimper Cornouaille Développement, avec la personne " +
          "référente de l’Agence régionale de santé (ARS).",
        "- Un appui de quelques jours d’une ingénieure en santé environnementale (exemple fictif).",
        "- Dans chaque intercommunalité, une personne correspondante, pour un jour par mois.",
        "- Les outils de cartographie déjà utilisés par les collectivités : aucun achat n’est prévu.",
      ],
      leviers: [
        "- L’élaboration du contrat a mobilisé plus d’une centaine d’acteurs : le réseau existe.",
        "- Vingt-cinq signataires se sont engagés, dont des services qui détiennent des données utiles.",
        "- Le CLS voisin, celui de Concarneau Cornouaille Agglomération, travaille en lien avec celui de " +
          "Cornouaille : les bassins versants et les vents ne s’arrêtent pas aux limites administratives.",
        "- La démarche du contrat est [présentée en " +
          "ligne](https://quimper-cornouaille-developpement.bzh/expertises/contrat-local-de-sante-cls), ce qui " +
          "facilite l’invitation de nouveaux partenaires.",
      ],
      freins: [
        "- Des données dispersées, parfois payantes, rarement à la même échelle.",
        "- Des sujets sensibles localement, par exemple les pratiques agricoles ou la qualité des eaux de " +
          "baignade, qui peuvent bloquer un atelier.",
        "- Un diagnostic prend du temps, alors que les habitants attendent des actes.",
        "- Les services sont très sollicités à la belle saison : éviter l’été pour les ateliers.",
      ],
      vigilance: [
        "- **Ne désigner personne.** Le diagnostic parle d’expositions et de protections, non de coupables.",
        "- Ne pas annoncer une carte comme une preuve : indiquer l’année, la source et la marge d’incertitude.",
        "- Prévoir, avant la publication, qui répond aux questions du public et dans quel délai.",
        "- Relire chaque page de commune avec la commune avant de la publier.",
        "- Tenir la promesse du contrat : une démarche _préventive_, qui complète le soin sans s’y substituer.",
      ],
      participation: [
        "Le niveau visé est la **consultation** pour la carte, puis la **concertation** pour le choix des enjeux.",
        "- Une habitante siège dans le groupe de travail : elle lit les versions de la fiche et fait part de ses " +
          "remarques en réunion.",
        "- Les ateliers sont ouverts, le soir ou le samedi, avec une garde d’enfants (exemple fictif).",
        "- Un questionnaire court est disponible en ligne et sur papier dans les mairies.",
        "- Chaque contribution reçoit une réponse : retenue, retenue en partie, ou non retenue, avec la raison.",
        "Le Conseil de développement, présent dès le comité de pilotage de lancement, est invité à relire la " +
          "synthèse.",
      ],
      resume: [
        "L’eau, l’air, le bruit ou un logement humide peuvent agir sur notre santé. En Cornouaille, beaucoup " +
          "d’informations existent, mais elles sont dispersées.",
        "Cette action les rassemble. Des réunions ont lieu dans chaque intercommunalité pour écouter les habitants " +
          "et les professionnels. On dessine ensemble une carte : ce qui va bien, ce qui inquiète, ce qu’on ne " +
          "sait pas.",
        "À la fin, chaque commune reçoit une page simple avec trois constats et trois idées pour agir.",
      ],
    },
  },
  {
    id: "34jscjp180zzvp37",
    numero: "1.1",
    intitule: "Soutenir les parents de jeunes enfants autour du sommeil, des écrans et du jeu",
    axe: 1,
    groupe: "arthzpnat8wxsw68",
    sections: {
      constats: [
        "La petite enfance, les enfants jusqu’à 11 ans et la parentalité formaient l’un des six thèmes de travail " +
          "retenus en mars 2022 par le comité de pilotage. Pendant les échanges, les professionnels ont souvent " +
          "évoqué des parents isolés, inquiets de mal faire, peu à l’aise avec des conseils contradictoires " +
          "(exemple fictif).",
      ],
      description: [
        "L’action est imaginée pour la démonstration (exemple fictif).",
        "- Des **temps de jeu parents-enfants** dans des lieux déjà connus : médiathèques, salles municipales, " +
          "centres sociaux.",
        "- Une professionnelle présente pour échanger, sans cours ni jugement.",
        "- Un fil commun à tous les lieux : le sommeil à l’automne, les écrans en hiver, le jeu dehors au printemps.",
      ],
      participation: [
        "Les parents choisissent les sujets du trimestre suivant. Ils peuvent proposer un lieu, un horaire, ou " +
          "animer eux-mêmes un atelier.",
      ],
      resume: [
        "Être parent d’un jeune enfant n’est pas toujours facile. Le sommeil et les écrans posent beaucoup de " +
          "questions.",
        "Cette action propose des moments pour jouer avec son enfant, rencontrer d’autres parents et parler avec " +
          "une professionnelle. C’est gratuit et sans inscription (exemple fictif).",
      ],
    },
  },
  {
    id: "jf9m2q3j7bmskfxa",
    numero: "2.1",
    intitule: "Préparer un conseil local en santé mentale avec le territoire voisin de Concarneau",
    axe: 2,
    groupe: "2xdajzkawgsknbrk",
    sections: {
      constats: [
        "La santé mentale était l’un des six thèmes de travail du Contrat local de santé (CLS). À la signature, en " +
          "juillet 2023, la réflexion sur un **conseil local en santé mentale (CLSM)** était déjà engagée avec le " +
          "CLS de Concarneau Cornouaille Agglomération.",
        "Un tel conseil réunit autour des personnes élues la psychiatrie publique, les personnes concernées, leurs " +
          "proches, les bailleurs et les services sociaux. Il ne soigne pas : il coordonne.",
      ],
      inegalites: [
        "Les personnes qui vivent avec un trouble psychique connaissent plus souvent que d’autres la précarité, " +
          "les difficultés de logement et l’isolement. La peur d’être jugé retarde la demande d’aide, surtout dans " +
          "les petites communes où tout le monde se connaît.",
      ],
      description: [
        "Le déroulement est un exemple fictif.",
        "1. Rencontrer deux conseils existants, dont un rural.",
        "2. Écrire une note commune aux deux contrats : périmètre, missions, animation, coût.",
        "3. Soumettre cette note aux deux comités de pilotage.",
      ],
      vigilance: [
        "- Associer les personnes concernées **avant** que la note soit rédigée.",
        "- Une seule réunion pour deux contrats : ne pas doubler le travail des partenaires.",
      ],
    },
  },
  {
    id: "2s2p1vzcapncs142",
    numero: "3.1",
    intitule: "Bien accueillir les étudiants en santé en stage",
    axe: 3,
    groupe: "9cj6nzt0nkzsvbhh",
    sections: {
      constats: [
        "Renforcer l’attractivité de l’offre de santé et du territoire est le troisième axe du Contrat local de " +
          "santé. Les professionnels du groupe le disent simplement : on s’installe plus volontiers là où l’on a " +
          "été **bien accueilli pendant ses études**. Or, se loger pour quelques semaines est difficile, surtout " +
          "près de la côte à l’approche de l’été (exemple fictif).",
      ],
      description: [
        "L’action est imaginée pour la démonstration (exemple fictif).",
        "- Une liste d’hébergements chez l’habitant et dans les collectivités, tenue à jour chaque semestre.",
        "- Une soirée d’accueil à chaque rentrée, dans une intercommunalité différente.",
        "- Un livret court : se déplacer, se soigner, sortir, rencontrer d’autres stagiaires.",
      ],
      leviers: [
        "- Des habitants prêts à ouvrir une chambre, déjà présents dans le groupe.",
        "- Des maîtres de stage qui se connaissent d’une commune à l’autre.",
      ],
      resume: [
        "Les futurs médecins, infirmières ou aides-soignants font des stages près de chez nous. Ils ont souvent du " +
          "mal à se loger.",
        "Cette action les aide à trouver une chambre et à connaître le territoire. S’ils s’y plaisent, ils " +
          "reviendront peut-être y travailler.",
      ],
    },
  },
];
