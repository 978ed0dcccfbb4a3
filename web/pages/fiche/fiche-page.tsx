import { useParams } from "@solidjs/router";
import type { JSX } from "solid-js";
import { Fiche } from "./fiche.tsx";
import { FicheAt } from "./fiche-at.tsx";

/** A fiche-action, written together. */
export default function FichePage(): JSX.Element {
  const params = useParams();
  return <FicheAt piece={params["piece"] ?? ""}>{(body) => <Fiche body={body()} />}</FicheAt>;
}
