import { centreOuestBretagneFiches } from "../fiches/centre-ouest-bretagne.ts";
import type { DemoContrat } from "../format.ts";

/** Facts from the public pages of the Pays du Centre Ouest Bretagne; inventions say so. */
export const centreOuestBretagne: DemoContrat = {
  id: "f9rc8tmfycc1q07s",
  slug: "centre-ouest-bretagne",
  nom: "Contrat local de santé 2 du Centre Ouest Bretagne",
  porteur: "Pôle d’équilibre territorial et rural du Centre Ouest Bretagne",
  territoire: "Pays du Centre Ouest Bretagne",
  epci: [],
  communes: [],
  ars: ["ARS Bretagne"],
  periode: "2017-2020, prolongé jusqu’en 2022",
  stade: "evaluation",
  faits: [
    "Un premier contrat, signé en juin 2012, a compté 46 actions de prévention, de soins et d’accompagnement " +
      "médico-social.",
    "Le deuxième contrat a été signé en mars 2017 ; il a compté 36 actions en six axes.",
    "Il réunissait onze partenaires, dont l’Agence régionale de santé (ARS), la Région, les départements des " +
      "Côtes-d’Armor et du Finistère, l’État, trois caisses d’assurance maladie et deux caisses de la Mutualité " +
      "sociale agricole.",
    "La souffrance psychique, les maisons de santé et l’accompagnement des personnes âgées ont été poursuivis du " +
      "premier contrat au deuxième ; l’environnement et le travail y sont nouveaux.",
    "Un avenant consacré à la santé mentale a complété le deuxième contrat.",
    "Le 15 janvier 2020, à Rostrenen, le contrat a été prolongé jusqu’en 2022 avec trois actions de plus : le " +
      "suicide, les maladies cardiovasculaires et la MAIA (intégration des services d’aide et de soins pour " +
      "l’autonomie).",
  ],
  instances: [
    {
      kind: "comite_technique",
      nom: "Comité technique (exemple fictif)",
      regle: { quorum: { en: "nombre", nombre: 2 }, majorite: "simple", consultationEcrite: true },
    },
    {
      kind: "copil",
      nom: "Comité de pilotage (exemple fictif)",
      regle: { quorum: { en: "part", pourcent: 50 }, majorite: "des_exprimes", consultationEcrite: false },
    },
  ],
  passages: [],
  signataires: ["cob", "ars-bretagne"],
  objectifsDeMethode: [],
  axes: [
    {
      numero: 1,
      id: "fdkxa0hcvr0vmc26",
      libelle: "Accès de proximité à la prévention, aux droits et aux soins",
      objectifs: [{ id: "e2eykb7bf6k4v0ph", libelle: "Aller vers les habitants éloignés des soins (exemple fictif)" }],
    },
    { numero: 2, id: "e5sard7cy4ychvsd", libelle: "Santé mentale", objectifs: [] },
    { numero: 3, id: "76dw6mhct369ymek", libelle: "Parcours de vie", objectifs: [] },
    { numero: 4, id: "p04ayhmdn0heg99y", libelle: "Santé au travail", objectifs: [] },
    { numero: 5, id: "9787bg4d61drwyc7", libelle: "Environnement sain", objectifs: [] },
    { numero: 6, id: "9v2nej6r61wjk8r4", libelle: "Coordonner et informer", objectifs: [] },
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
      id: "m9s7szcywc2n91ja",
      nom: "Prévention cardiovasculaire",
      habitantsEcrivent: true,
      appel: "Le groupe accueille toute personne concernée par la prévention cardiovasculaire (exemple fictif).",
      membres: [
        { persona: "pilote", role: "pilote" },
        { persona: "partenaire", role: "partenaire" },
        { persona: "habitant-2", role: "habitant" },
      ],
    },
    {
      id: "gfhajegzhqtj90hs",
      nom: "Souffrance psychique et prévention du suicide",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote-2", role: "pilote" },
        { persona: "partenaire", role: "partenaire" },
      ],
    },
    {
      id: "k8p99jvwsbh7j43z",
      nom: "Parcours de vie des personnes âgées",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote-2", role: "pilote" },
        { persona: "partenaire-2", role: "partenaire" },
        { persona: "habitante", role: "habitant" },
      ],
    },
    {
      id: "x987c4n0km54jzrf",
      nom: "Santé au travail et environnement",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote", role: "pilote" },
        { persona: "partenaire-2", role: "partenaire" },
      ],
    },
  ],
  reunions: [
    {
      id: "yqepwjqyxycjpqdk",
      groupe: "m9s7szcywc2n91ja",
      dansJours: 20,
      lieu: "Rostrenen, salle des fêtes (exemple fictif)",
      ordreDuJour: ["Bilan des ateliers de mesure", "Ce qui continue après le contrat"],
    },
  ],
  fiches: centreOuestBretagneFiches,
};
