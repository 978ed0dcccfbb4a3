import type { TextSection } from "../../shared/editor/sections.ts";
import type { AskedActe } from "../../shared/workflow/acts.ts";

/** What happened to a fiche of the demonstration, before the day on which it is loaded. Everything here is invented. */
export interface DemoStory {
  /** How many days before that day its first words were written. */
  readonly depuis: number;
  readonly gestes: readonly DemoGeste[];
}

export type DemoGeste = {
  /** How many days before that day; never more than the gesture before. */
  readonly jours: number;
  /** A persona's slug. */
  readonly par: string;
} & (
  | {
      /** Words in the place of others, which stand once in the section; null: a new paragraph at its end. */
      readonly ecrit: { readonly section: TextSection; readonly avant: string | null; readonly apres: string };
    }
  | { readonly acte: DemoActe }
);

/** An act, about the last version as the screen showed it, on the day of the gesture. */
export type DemoActe = Said<AskedActe>;
type Said<Acte> = Acte extends { readonly presents: unknown }
  ? Omit<Acte, "version" | "empreinte" | "date" | "presents"> & { readonly presents: readonly string[] }
  : Acte extends AskedActe
    ? Omit<Acte, "version" | "empreinte" | "date">
    : never;

const COTECH = ["cotech-1", "cotech-2", "cotech-3"] as const;
const EXEMPLE_COURT = "Fiche d’exemple, volontairement courte : les autres sections seront complétées après l’avis.";

const ecrit = (jours: number, par: string, section: TextSection, avant: string | null, apres: string): DemoGeste => ({
  jours,
  par,
  ecrit: { section, avant, apres },
});

const acte = (jours: number, par: string, asked: DemoActe): DemoGeste => ({ jours, par, acte: asked });

const favorable = (jours: number, par: string): DemoGeste =>
  acte(jours, par, { acte: "rendre_avis", sens: "favorable", raison: null, reserves: [] });

/** The coordination submits, in spite of what a short example lacks. */
const soumise = (jours: number): DemoGeste =>
  acte(jours, "coordinatrice", { acte: "soumettre", malgre: EXEMPLE_COURT });

const decidee = (
  jours: number,
  sens: "approuvee" | "approuvee_sous_reserve" | "ajournee" | "refusee",
  raison: string | null = null,
): DemoGeste => acte(jours, "cotech-1", { acte: "relever_decision", sens, raison, mode: "seance", presents: COTECH });

const publiee = (jours: number): DemoGeste => acte(jours, "coordinatrice", { acte: "publier", malgre: null });

/** By the id of the fiche. */
export const STORIES: Readonly<Record<string, DemoStory>> = {
  // Challans 2.1, aînés: examined a second time; something for each of the committee to do.
  ayq6s3005tftaq5p: {
    depuis: 74,
    gestes: [
      ecrit(66, "habitant-2", "resume", "Venez comme vous êtes.", "Venez comme vous êtes, seul ou avec un proche."),
      ecrit(58, "partenaire", "moyens", "un minibus partagé", "un minibus de neuf places, partagé"),
      acte(52, "pilote", { acte: "mettre_en_relecture" }),
      ecrit(51, "pilote-2", "vigilance", null, "Prévenir les médecins traitants avant chaque cycle."),
      acte(45, "pilote", { acte: "soumettre", malgre: null }),
      favorable(41, "cotech-2"),
      acte(39, "cotech-1", {
        acte: "rendre_avis",
        sens: "favorable_avec_reserves",
        raison: "Le programme répond au besoin ; un point reste à préciser.",
        reserves: [
          {
            sur: { partie: "description", citation: "accorde les calendriers" },
            texte: "Préciser qui tient le calendrier entre les deux communautés de communes.",
          },
        ],
      }),
      ecrit(
        30,
        "pilote",
        "description",
        "accorde les calendriers",
        "tient le calendrier commun, publié chaque trimestre par les deux communautés,",
      ),
      ecrit(29, "habitant-2", "description", "personne ne remplit de formulaire", "sans formulaire à remplir en ligne"),
      acte(28, "pilote", {
        acte: "repondre_reserve",
        reserve: 1,
        texte: "La personne chargée de prévention tient le calendrier commun ; c’est écrit dans la description.",
      }),
      acte(26, "pilote", { acte: "soumettre", malgre: null }),
      acte(20, "cotech-2", { acte: "confirmer_avis" }),
      ecrit(6, "partenaire", "leviers", null, "Les clubs de retraités relaient le programme dans leurs bulletins."),
    ],
  },
  // Challans 1.1: approved; the Copil is awaited.
  jdpgzw2744v2w8ts: {
    depuis: 80,
    gestes: [
      ecrit(60, "partenaire-2", "vigilance", null, "Annoncer les jours de passage un mois à l’avance."),
      soumise(44),
      favorable(40, "cotech-1"),
      favorable(38, "cotech-3"),
      decidee(33, "approuvee"),
    ],
  },
  // Challans 2.2: put off.
  "30rbhfj46s42n73v": {
    depuis: 62,
    gestes: [
      ecrit(50, "partenaire", "participation", null, "Deux lycéens présentent la carte au comité technique."),
      soumise(40),
      favorable(35, "cotech-3"),
      acte(34, "cotech-1", { acte: "rendre_avis", sens: "abstention", raison: null, reserves: [] }),
      decidee(
        33,
        "ajournee",
        "Le budget des permanences d’été n’est pas connu ; la fiche revient à la prochaine séance.",
      ),
    ],
  },
  // Challans 3.1: approved with a réserve that is answered, and not lifted.
  "00y4hfbatnapyy1a": {
    depuis: 70,
    gestes: [
      soumise(47),
      favorable(42, "cotech-1"),
      acte(41, "cotech-3", {
        acte: "rendre_avis",
        sens: "favorable_avec_reserves",
        raison: null,
        reserves: [
          {
            sur: { partie: "description", citation: "Un appel à la personne, deux jours après son retour." },
            texte: "Dire qui appelle : l’hôpital, ou le service du domicile ?",
          },
        ],
      }),
      decidee(33, "approuvee_sous_reserve"),
      acte(12, "pilote-2", {
        acte: "repondre_reserve",
        reserve: 1,
        texte: "Le service du domicile appelle ; l’hôpital lui transmet la date de sortie.",
      }),
    ],
  },
  // Challans 4.1: an idea.
  "7a54ega9ep1feh2x": { depuis: 9, gestes: [] },
  // Redon 1.2: just submitted.
  "6r9kkfwqpqxmk9hf": {
    depuis: 40,
    gestes: [
      ecrit(22, "partenaire", "vigilance", null, "Ne publier aucun résultat avant d’avoir prévenu les ménages."),
      soumise(3),
    ],
  },
  // Redon 2.1: approved, then sent back by the Copil.
  ef0gkb2s5vjwgte8: {
    depuis: 90,
    gestes: [
      ecrit(70, "habitant-2", "description", "à voix haute, avec des habitants", "à voix haute, avec trois habitants"),
      soumise(60),
      favorable(55, "cotech-1"),
      favorable(54, "cotech-2"),
      decidee(48, "approuvee"),
      acte(20, "copil", {
        acte: "renvoyer",
        raison: "Le comité de pilotage demande combien de demi-journées sont prévues chaque année.",
      }),
      ecrit(14, "partenaire-2", "description", null, "Six demi-journées sont prévues chaque année."),
    ],
  },
  // COB 1.1: validated and published, then edited and submitted again: everybody still reads the first version.
  dzchx5gk7whb553s: {
    depuis: 120,
    gestes: [
      ecrit(104, "habitant-2", "constats", "et tard", "et souvent tard"),
      ecrit(96, "partenaire", "inegalites", "personnes isolées", "personnes seules"),
      acte(88, "pilote", { acte: "soumettre", malgre: null }),
      favorable(80, "cotech-1"),
      favorable(79, "cotech-2"),
      favorable(78, "cotech-3"),
      decidee(70, "approuvee"),
      acte(55, "copil", { acte: "valider" }),
      publiee(50),
      ecrit(8, "partenaire", "inegalites", "du bâtiment", "du bâtiment ou de la pêche"),
      ecrit(7, "pilote", "vigilance", null, "Informer les médecins du secteur une semaine avant chaque dépistage."),
      acte(4, "pilote", { acte: "soumettre", malgre: null }),
    ],
  },
  // COB 2.1: refused.
  g7w8dr3yb6m0jcg1: {
    depuis: 85,
    gestes: [
      soumise(60),
      acte(52, "cotech-1", {
        acte: "rendre_avis",
        sens: "defavorable",
        raison: "Une action proche existe déjà dans le projet territorial de santé mentale : il faut les réunir.",
        reserves: [],
      }),
      acte(51, "cotech-3", {
        acte: "rendre_avis",
        sens: "defavorable",
        raison: "Les psychologues qui suivraient les personnes relais ne sont pas trouvés.",
        reserves: [],
      }),
      decidee(45, "refusee", "L’action double celle du projet territorial de santé mentale."),
    ],
  },
  // COB 3.1: withdrawn by its pilote.
  "30wgm1bvy4h5f4cz": {
    depuis: 50,
    gestes: [
      soumise(20),
      acte(17, "pilote-2", { acte: "retirer", raison: "Le Département demande une réunion avant l’examen." }),
      ecrit(10, "partenaire-2", "freins", null, "Les réunions de situations manquent d’une salle fixe."),
    ],
  },
  // COB 4.1: validated, published, done, and closed.
  dpvctg9vem8d2pye: {
    depuis: 400,
    gestes: [
      soumise(360),
      favorable(350, "cotech-1"),
      favorable(350, "cotech-2"),
      decidee(340, "approuvee"),
      acte(320, "copil", { acte: "valider" }),
      publiee(310),
      acte(15, "coordinatrice", { acte: "clore" }),
    ],
  },
  // COB 5.1: every avis is there; the decision is awaited.
  "7c54dfnz04pnze8c": {
    depuis: 48,
    gestes: [
      soumise(21),
      favorable(12, "cotech-1"),
      favorable(9, "cotech-2"),
      acte(8, "cotech-3", { acte: "rendre_avis", sens: "abstention", raison: null, reserves: [] }),
    ],
  },
  // Cornouaille 4.1: being read again before it is submitted.
  pj6mb8wwpqbzxa18: { depuis: 35, gestes: [] },
  // Cornouaille 1.1: validated as it stands, after a second version, and not published.
  "34jscjp180zzvp37": {
    depuis: 150,
    gestes: [
      soumise(130),
      favorable(124, "cotech-1"),
      favorable(123, "cotech-2"),
      decidee(118, "approuvee"),
      acte(100, "copil", { acte: "valider" }),
      ecrit(60, "coordinatrice", "description", "centres sociaux.", "centres sociaux, ludothèques."),
      soumise(55),
      acte(50, "cotech-1", { acte: "confirmer_avis" }),
      acte(49, "cotech-2", { acte: "confirmer_avis" }),
      decidee(44, "approuvee"),
      acte(30, "copil", { acte: "valider" }),
    ],
  },
};
