import type { OrganisationKind } from "../../shared/domain/organisation.ts";

/** Whom people of the demonstration speak for. What is marked « (exemple fictif) » is invented. */
export interface DemoOrganisation {
  /** Stable, used by the other data. */
  readonly slug: string;
  readonly id: string;
  readonly nom: string;
  readonly kind: OrganisationKind;
}

export const organisations: readonly DemoOrganisation[] = [
  {
    slug: "animation",
    id: "8d3p2bxvf990y711",
    nom: "Équipe d’animation des contrats (exemple fictif)",
    kind: "collectivite",
  },
  {
    slug: "cias",
    id: "y4veeq4q64cv3f2y",
    nom: "Centre intercommunal d’action sociale (exemple fictif)",
    kind: "medico_social",
  },
  {
    slug: "maison-de-sante",
    id: "8rd16p9p209zymbr",
    nom: "Maison de santé (exemple fictif)",
    kind: "professionnels_de_sante",
  },
  {
    slug: "education-sante",
    id: "dy7725va7bjt9h2m",
    nom: "Association d’éducation pour la santé (exemple fictif)",
    kind: "association",
  },
  { slug: "mission-locale", id: "f12jmzcdqsr5s3tb", nom: "Mission locale (exemple fictif)", kind: "association" },
  {
    slug: "assurance-maladie",
    id: "ggfyknxgq2jmbt33",
    nom: "Caisse d’assurance maladie (exemple fictif)",
    kind: "assurance_maladie",
  },
  {
    slug: "autonomie",
    id: "0jxwc9b79myntzm9",
    nom: "Service départemental de l’autonomie (exemple fictif)",
    kind: "collectivite",
  },
  {
    slug: "hopital",
    id: "vz3e8bzzpqzaypnt",
    nom: "Centre hospitalier (exemple fictif)",
    kind: "etablissement_de_sante",
  },
  { slug: "communaute", id: "y9e0yqkr6prfn0wt", nom: "Communauté de communes (exemple fictif)", kind: "collectivite" },
  {
    slug: "ars-exemple",
    id: "bkrryzjr4a5vrrsq",
    nom: "Agence régionale de santé (exemple fictif)",
    kind: "agence_regionale_de_sante",
  },
  { slug: "ars-bretagne", id: "nez9djk70qjd94yf", nom: "ARS Bretagne", kind: "agence_regionale_de_sante" },
  {
    slug: "ars-pays-de-la-loire",
    id: "b5vq6fmjx0552ndr",
    nom: "ARS Pays de la Loire",
    kind: "agence_regionale_de_sante",
  },
  { slug: "redon", id: "q2xmydz0jw9p991a", nom: "Redon Agglomération", kind: "collectivite" },
  { slug: "challans", id: "th9an4kfjfjbn4ck", nom: "Challans Gois Communauté", kind: "collectivite" },
  { slug: "oceanmarais", id: "0py9s420f8a1xq3a", nom: "Océan-Marais de Monts", kind: "collectivite" },
  {
    slug: "cob",
    id: "f01vs21v3pyscezy",
    nom: "Pôle d’équilibre territorial et rural du Centre Ouest Bretagne",
    kind: "collectivite",
  },
  { slug: "qcd", id: "hdnstpvjshkk3gnr", nom: "Quimper Cornouaille Développement", kind: "collectivite" },
];
