import type { JSX } from "solid-js";
import { Fiche } from "./fiche.tsx";
import { FicheAt } from "./fiche-at.tsx";

/** A fiche-action, written together. */
export default function FichePage(): JSX.Element {
  return <FicheAt>{(body) => <Fiche body={body()} />}</FicheAt>;
}
