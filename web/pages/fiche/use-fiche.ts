import { type Accessor, createContext, useContext } from "solid-js";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";

/** The fiche that a view is about. */
export interface FicheHere {
  readonly slug: string;
  readonly body: Accessor<FicheBody>;
  /** Something changed that the plan d'actions and the other views show too. */
  readonly refresh: () => void;
}

export const FicheContext = createContext<FicheHere>();

/** The fiche of this view, anywhere below `FicheViews`. */
export function useFiche(): FicheHere {
  const here = useContext(FicheContext);
  if (here === undefined) throw new Error("useFiche is called outside FicheViews");
  return here;
}
