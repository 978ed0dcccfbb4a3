import { challansGoisOceanMaraisDeMontsFiches } from "../fiches/challans-gois-ocean-marais-de-monts.ts";
import type { DemoContrat } from "../format.ts";

/** Facts from the public pages of the two communautés de communes and of the ARS; inventions say so. */
export const challansGoisOceanMaraisDeMonts: DemoContrat = {
  id: "s1r53nnnjyw4hfd2",
  slug: "challans-gois-ocean-marais-de-monts",
  nom: "Contrat local de santé de Challans-Gois et d’Océan-Marais-de-Monts",
  porteur: "Challans Gois Communauté et Océan-Marais de Monts",
  territoire: "Deux communautés de communes, 16 communes",
  epci: ["Challans Gois Communauté", "Océan-Marais de Monts"],
  communes: [],
  ars: ["ARS Pays de la Loire"],
  periode: "2022-2025",
  stade: "mise_en_oeuvre",
  faits: [
    "Le contrat a été signé le 15 décembre 2022 par deux communautés de communes et l’Agence régionale de santé " +
      "(ARS) des Pays de la Loire.",
    "Il couvre 16 communes et prévoit 14 actions sur trois ans.",
    "Il a été construit en trois phases : diagnostic, choix des axes, écriture du plan d’actions.",
    "Des ateliers thématiques, à partir de décembre 2021, et trois rendez-vous avec la population ont réuni 256 " +
      "participants.",
    "Les deux intercommunalités se sont associées parce que les parcours de soins passent d’un territoire à l’autre " +
      "et que les médecins manquent.",
    "Dès 2023 : équipe mobile de soins Escorter, prévention pour les aînés et pour les jeunes, personne chargée de " +
      "prévention pour les deux territoires, formations aux premiers secours en santé mentale.",
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
  passages: [{ stade: "mise_en_oeuvre", le: "2022-12-15" }],
  signataires: ["challans", "oceanmarais", "ars-pays-de-la-loire"],
  objectifsDeMethode: [],
  axes: [
    { numero: 1, id: "vj5kj63z1h3214jn", libelle: "Améliorer le système local de santé", objectifs: [] },
    {
      numero: 2,
      id: "86kswmwkxhrr0zkt",
      libelle: "Renforcer la promotion de la santé, la prévention et les environnements favorables à la santé",
      objectifs: [
        { id: "jhgzv10ydcqnryqm", libelle: "Aller au-devant des aînés (exemple fictif)" },
        { id: "5vkz2h32j8byqxmw", libelle: "Donner aux jeunes des lieux où parler de santé (exemple fictif)" },
      ],
    },
    {
      numero: 3,
      id: "vmsywzs3npgrbh7k",
      libelle: "Rendre lisibles et fluides les parcours de santé et de vie des personnes fragilisées",
      objectifs: [],
    },
    { numero: 4, id: "rjbz59e5qd27jtmf", libelle: "Faciliter l’accès à l’offre en santé mentale", objectifs: [] },
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
      id: "a99dnrqrrff53w06",
      nom: "Accès aux soins",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote-2", role: "pilote" },
        { persona: "partenaire-2", role: "partenaire" },
      ],
    },
    {
      id: "fwg859awhv2ebce4",
      nom: "Prévention pour les aînés",
      habitantsEcrivent: true,
      appel:
        "Vous avez plus de soixante ans ou vous aidez un proche ? Le groupe écrit avec vous ce qui vous serait utile (exemple fictif).",
      membres: [
        { persona: "pilote", role: "pilote" },
        { persona: "pilote-2", role: "copilote" },
        { persona: "partenaire", role: "partenaire" },
        { persona: "habitant-2", role: "habitant" },
      ],
    },
    {
      id: "2r80d2gf2y41fqp8",
      nom: "Prévention pour les jeunes",
      habitantsEcrivent: false,
      membres: [
        { persona: "partenaire-2", role: "pilote" },
        { persona: "partenaire", role: "partenaire" },
      ],
    },
    {
      id: "ybqczj71k6v6bk4n",
      nom: "Parcours des personnes fragilisées",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote-2", role: "pilote" },
        { persona: "partenaire-2", role: "partenaire" },
      ],
    },
    {
      id: "ngvcr4d9fa7v2jb5",
      nom: "Premiers secours en santé mentale",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote", role: "pilote" },
        { persona: "partenaire-2", role: "partenaire" },
      ],
    },
  ],
  reunions: [
    {
      id: "8dee2bfneaa67b55",
      groupe: "fwg859awhv2ebce4",
      dansJours: 6,
      lieu: "Pôle intercommunal, Challans (exemple fictif)",
      ordreDuJour: [
        "Tour de table des ateliers d’équilibre",
        "Relire le résumé en langage clair",
        "Préparer la réunion publique",
      ],
    },
    {
      id: "59vp4cbj8fxzb2zq",
      groupe: "fwg859awhv2ebce4",
      dansJours: -30,
      lieu: "Saint-Jean-de-Monts, salle municipale (exemple fictif)",
      ordreDuJour: ["Présentation du groupe", "Premiers constats"],
    },
  ],
  fiches: challansGoisOceanMaraisDeMontsFiches,
};
