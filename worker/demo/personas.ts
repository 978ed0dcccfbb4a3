import type { Persona } from "./format.ts";

/** Every person is invented. */
export const personas: readonly Persona[] = [
  {
    slug: "coordinatrice",
    id: "hc7405jrjh4wp7w0",
    nom: "Nolwenn Kerbrat",
    organisation: "Équipe d’animation des contrats (exemple fictif)",
    pour: "animation",
    presentation: "Elle coordonne les quatre contrats, anime les groupes de travail et écrit avec eux.",
  },
  {
    slug: "pilote",
    id: "c9b14dfgpfnax6kj",
    nom: "Baptiste Riou",
    organisation: "Centre intercommunal d’action sociale (exemple fictif)",
    pour: "cias",
    presentation:
      "Il pilote des actions dans les quatre contrats et les conduit de la première phrase jusqu’à l’envoi au comité " +
      "technique.",
  },
  {
    slug: "pilote-2",
    id: "jgsdf259818hdw1c",
    nom: "Aïssata Diallo",
    organisation: "Maison de santé (exemple fictif)",
    pour: "maison-de-sante",
    presentation: "Infirmière, elle pilote plusieurs actions et en copilote une avec Baptiste Riou.",
  },
  {
    slug: "partenaire",
    id: "bcmdgrsbbks390ra",
    nom: "Goulven Morvan",
    organisation: "Association d’éducation pour la santé (exemple fictif)",
    pour: "education-sante",
    presentation: "Il apporte aux groupes l’expérience des ateliers de prévention et écrit avec eux.",
  },
  {
    slug: "partenaire-2",
    id: "gy158svs09dp4x7q",
    nom: "Leïla Benali",
    organisation: "Mission locale (exemple fictif)",
    pour: "mission-locale",
    presentation: "Elle accompagne des jeunes vers l’emploi, écrit dans plusieurs groupes et pilote quelques actions.",
  },
  {
    slug: "habitante",
    id: "tdb38wkfkghpxy3a",
    nom: "Yvonne Perrot",
    organisation: "Habitante du territoire",
    pour: null,
    presentation:
      "Retraitée, elle lit les fiches de ses groupes et donne son avis en réunion, sans écrire dans le texte.",
  },
  {
    slug: "habitant-2",
    id: "eydqbsf6kjgjejc1",
    nom: "Thierry Chauvin",
    organisation: "Habitant du territoire",
    pour: null,
    presentation:
      "Ancien artisan, il écrit avec les professionnels dans les groupes qui ont ouvert l’écriture aux habitants.",
  },
  {
    slug: "cotech-1",
    id: "gve3be7q9mtbgxkm",
    nom: "Sandrine Ollivier",
    organisation: "Caisse d’assurance maladie (exemple fictif)",
    pour: "assurance-maladie",
    presentation: "Membre du comité technique, elle relit les fiches soumises et regarde d’abord l’accès aux droits.",
  },
  {
    slug: "cotech-2",
    id: "hy07mwztsmnawp0y",
    nom: "Rachid Hamdi",
    organisation: "Service départemental de l’autonomie (exemple fictif)",
    pour: "autonomie",
    presentation: "Membre du comité technique, il vérifie que les fiches s’accordent avec les actions du département.",
  },
  {
    slug: "cotech-3",
    id: "1z1rvz9pce9v4hrc",
    nom: "Maëlle Jégou",
    organisation: "Centre hospitalier (exemple fictif)",
    pour: "hopital",
    presentation: "Membre du comité technique, elle regarde les parcours entre la ville et l’hôpital.",
  },
  {
    slug: "copil",
    id: "9rnc2s95vyfja4g1",
    nom: "Joseph Fouchard",
    organisation: "Communauté de communes (exemple fictif)",
    pour: "communaute",
    presentation: "Élu, il siège au comité de pilotage, qui fixe les priorités et valide les fiches.",
  },
  {
    slug: "ars",
    id: "z8w93762jkhpfnrc",
    nom: "Clémence Vasseur",
    organisation: "Agence régionale de santé (exemple fictif)",
    pour: "ars-exemple",
    presentation: "Référente des contrats à l’agence régionale de santé, elle suit l’avancement des fiches.",
  },
];
