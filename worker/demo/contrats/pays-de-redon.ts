import { paysDeRedonFiches } from "../fiches/pays-de-redon.ts";
import type { DemoContrat } from "../format.ts";

/** Facts from the public pages of Redon Agglomération and of the two ARS. */
export const paysDeRedon: DemoContrat = {
  id: "h97z0kgxws9avfhm",
  slug: "pays-de-redon",
  nom: "Contrat local de santé 2 du Pays de Redon",
  porteur: "Redon Agglomération",
  territoire: "Pays de Redon, 31 communes",
  epci: ["Redon Agglomération"],
  communes: [],
  ars: ["ARS Bretagne", "ARS Pays de la Loire"],
  periode: "Contrat de 5 ans",
  stade: "mise_en_oeuvre",
  faits: [
    "Le contrat est porté par Redon Agglomération, qui le coordonne, avec les Agences régionales de santé (ARS) de " +
      "Bretagne et des Pays de la Loire.",
    "Les deux agences participent au financement de la coordination.",
    "Le territoire compte 31 communes.",
    "Le premier contrat a couvert les années 2015 à 2022 ; le deuxième est conclu pour cinq ans.",
    "Chaque action a son propre groupe de travail et choisit, parmi les trois derniers objectifs de méthode, celui " +
      "qui passe en premier.",
    "Le contrat compte trois axes ; seul le premier, sur les environnements et les cadres de vie, est repris ici " +
      "avec son intitulé réel.",
    "Les partenaires sont formés à la littératie en santé et à l’accueil des habitants dans les groupes.",
    "Deux outils d’information ont été créés : ActuSanté et Action Santé Pays de Redon.",
  ],
  instances: [
    {
      kind: "comite_technique",
      nom: "Comité technique",
      regle: { quorum: { en: "nombre", nombre: 2 }, majorite: "simple", consultationEcrite: true },
    },
    {
      kind: "copil",
      nom: "Comité de pilotage",
      regle: { quorum: { en: "part", pourcent: 50 }, majorite: "des_exprimes", consultationEcrite: false },
    },
  ],
  passages: [],
  signataires: ["redon", "ars-bretagne", "ars-pays-de-la-loire"],
  objectifsDeMethode: [
    "Bâtir une stratégie commune entre les réseaux pour orienter et accompagner les habitants dans la prévention",
    "Impliquer les 31 communes",
    "Aller vers les personnes les plus éloignées de la prévention",
    "Associer les habitants à l’écriture, à la conduite et à l’évaluation des actions",
  ],
  axes: [
    {
      numero: 1,
      id: "a075gvnnm61nxgft",
      libelle: "Environnements et cadres de vie favorables à la santé",
      objectifs: [
        { id: "g1yje1h7c6ar6e5q", libelle: "Rendre les lieux du quotidien favorables à la santé (exemple fictif)" },
        { id: "c1bfkw3hrad27m8e", libelle: "Agir sur l’air intérieur et le logement (exemple fictif)" },
      ],
    },
    {
      numero: 2,
      id: "ztkp9z6m0w6qymzg",
      libelle: "Prévention et information en santé (intitulé non repris ici, exemple fictif)",
      objectifs: [],
    },
    {
      numero: 3,
      id: "gb6m9qc1shyk01ze",
      libelle: "Bien-être et santé mentale (intitulé non repris ici, exemple fictif)",
      objectifs: [],
    },
  ],
  membres: [
    { persona: "coordinatrice", role: "coordination" },
    { persona: "cotech-1", role: "comite_technique" },
    { persona: "cotech-1", role: "president_comite_technique" },
    { persona: "cotech-2", role: "comite_technique" },
    { persona: "cotech-2", role: "remplacant_comite_technique" },
    { persona: "cotech-3", role: "comite_technique" },
    { persona: "copil", role: "copil" },
    { persona: "copil", role: "president_copil" },
    { persona: "ars", role: "ars" },
  ],
  groupes: [
    {
      id: "3w1c6jzcc11yqbzs",
      nom: "Lieux de vie et activité au quotidien",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote", role: "pilote" },
        { persona: "partenaire", role: "partenaire" },
        { persona: "partenaire-2", role: "partenaire" },
        { persona: "habitante", role: "habitant" },
      ],
    },
    {
      id: "9db8qz20t9re67fk",
      nom: "Air intérieur et logement",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote-2", role: "pilote" },
        { persona: "partenaire", role: "partenaire" },
      ],
    },
    {
      id: "y6qz29sbazn6bwk6",
      nom: "Littératie en santé et accueil des habitants",
      habitantsEcrivent: true,
      appel:
        "Vous avez déjà eu du mal à comprendre un courrier ou une ordonnance ? Venez dire comment l’écrire mieux. Aucune connaissance n’est demandée (exemple fictif).",
      membres: [
        { persona: "partenaire-2", role: "pilote" },
        { persona: "pilote-2", role: "partenaire" },
        { persona: "habitant-2", role: "habitant" },
      ],
    },
    {
      id: "re1fgpymchpbzyqc",
      nom: "Bien-être des jeunes",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote-2", role: "pilote" },
        { persona: "partenaire-2", role: "partenaire" },
      ],
    },
  ],
  reunions: [
    {
      id: "hv1n33n7av10x74f",
      groupe: "3w1c6jzcc11yqbzs",
      dansJours: 12,
      lieu: "Maison des associations, Redon (exemple fictif)",
      ordreDuJour: [
        "Retour sur la marche exploratoire",
        "Relire les constats ensemble",
        "Choisir les trois premières communes",
      ],
    },
    {
      id: "mw7ra2ghbxnk0ev5",
      groupe: "3w1c6jzcc11yqbzs",
      dansJours: -23,
      lieu: "Salle du conseil, Redon (exemple fictif)",
      ordreDuJour: ["Présentation du groupe", "Ce que nous savons du territoire"],
    },
  ],
  fiches: paysDeRedonFiches,
};
