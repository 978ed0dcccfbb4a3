import { frAll } from "./typography.ts";

/** What is said while the server does not answer. */
export const UNHEARD = frAll({
  /** In the place of « Cela n'a pas été fait », which nobody knows then. */
  title: "On ne sait pas si c'est fait.",
  /** On a button that asks again, meanwhile. */
  retrying: "Nouvel essai…",
});
