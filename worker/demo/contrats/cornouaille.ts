import { cornouailleFiches } from "../fiches/cornouaille.ts";
import type { DemoContrat } from "../format.ts";

/** Facts from the public pages of Quimper Cornouaille Développement and of the ARS; inventions say so. */
export const cornouaille: DemoContrat = {
  id: "thnkdrm9wd48srd9",
  slug: "cornouaille",
  nom: "Contrat local de santé de Cornouaille",
  porteur: "Quimper Cornouaille Développement",
  territoire: "Cornouaille, 6 intercommunalités et 59 communes",
  epci: [
    "Cap Sizun – Pointe du Raz",
    "Haut Pays Bigouden",
    "Pays Fouesnantais",
    "Pays Bigouden Sud",
    "Douarnenez Communauté",
    "Quimper Bretagne Occidentale",
  ],
  communes: [],
  ars: ["ARS Bretagne"],
  periode: "2023-2028",
  stade: "mise_en_oeuvre",
  faits: [
    "Le contrat a été signé le 12 juillet 2023 pour cinq ans par 25 signataires.",
    "Il couvre six intercommunalités, 59 communes et 217 882 habitants.",
    "Les six intercommunalités sont Cap Sizun – Pointe du Raz, Haut Pays Bigouden, Pays Fouesnantais, Pays Bigouden " +
      "Sud, Douarnenez Communauté et Quimper Bretagne Occidentale.",
    "Il prévoit 21 actions, réparties en quatre axes, et a mobilisé plus de cent acteurs.",
    "Le projet, évoqué dès 2018, réunissait d’abord sept intercommunalités et quatre autres axes ; Concarneau garde " +
      "son propre contrat et travaille en lien avec celui-ci.",
    "En mars 2022, le comité de pilotage a retenu six thèmes de travail et classé les enjeux par un vote.",
    "Avec ce contrat, tout le Finistère est couvert par des contrats locaux de santé.",
  ],
  instances: [
    {
      kind: "comite_technique",
      nom: "Comité technique (exemple fictif)",
      regle: { quorum: { en: "nombre", nombre: 2 }, majorite: "simple", consultationEcrite: true },
    },
    {
      kind: "copil",
      nom: "Comité de pilotage",
      regle: { quorum: { en: "part", pourcent: 50 }, majorite: "des_exprimes", consultationEcrite: false },
    },
  ],
  passages: [{ stade: "mise_en_oeuvre", le: "2023-07-12" }],
  signataires: ["ars-bretagne"],
  objectifsDeMethode: [],
  axes: [
    { numero: 1, id: "h9v60b2b860ajy8n", libelle: "Promouvoir la santé et prévenir à tous les âges", objectifs: [] },
    {
      numero: 2,
      id: "d36rm7w9adafhtqb",
      libelle: "Réduire les inégalités de santé, notamment territoriales et sociales",
      objectifs: [],
    },
    {
      numero: 3,
      id: "5ryn8tdt4c6s1kan",
      libelle: "Renforcer l’attractivité de l’offre de santé et du territoire",
      objectifs: [],
    },
    {
      numero: 4,
      id: "c5w7ezdw1srb29hj",
      libelle: "Promouvoir la santé environnementale",
      objectifs: [
        { id: "w6csrrkzhee6kaky", libelle: "Connaître les expositions avec les communes (exemple fictif)" },
        { id: "k9nggayrdscf8jy6", libelle: "Informer les habitants (exemple fictif)" },
      ],
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
      id: "wfr7vcd36tera604",
      nom: "Santé environnementale",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote", role: "pilote" },
        { persona: "partenaire", role: "partenaire" },
        { persona: "habitante", role: "habitant" },
      ],
    },
    {
      id: "arthzpnat8wxsw68",
      nom: "Petite enfance, enfance et parentalité",
      habitantsEcrivent: false,
      membres: [
        { persona: "partenaire-2", role: "pilote" },
        { persona: "partenaire", role: "partenaire" },
      ],
    },
    {
      id: "2xdajzkawgsknbrk",
      nom: "Santé mentale",
      habitantsEcrivent: false,
      membres: [
        { persona: "pilote-2", role: "pilote" },
        { persona: "partenaire-2", role: "partenaire" },
      ],
    },
    {
      id: "9cj6nzt0nkzsvbhh",
      nom: "Soins, coordination et attractivité",
      habitantsEcrivent: true,
      appel:
        "Le groupe cherche des habitants qui connaissent bien les trajets de soins loin de Quimper (exemple fictif).",
      membres: [
        { persona: "pilote", role: "pilote" },
        { persona: "pilote-2", role: "partenaire" },
        { persona: "habitant-2", role: "habitant" },
      ],
    },
  ],
  reunions: [
    {
      id: "gxcp44ss7scnket6",
      groupe: "wfr7vcd36tera604",
      dansJours: 9,
      lieu: "Visioconférence (exemple fictif)",
      ordreDuJour: ["Où en est le diagnostic", "Ce que le comité technique relira"],
    },
  ],
  fiches: cornouailleFiches,
};
