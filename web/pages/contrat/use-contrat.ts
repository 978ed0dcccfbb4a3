import { type Accessor, createContext, useContext } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import type { ActRefusal, ContratApi, ContratResult } from "../../api/contrat.ts";
import { ACT_REFUSAL_LABELS } from "../../labels/contrat-refusals.ts";
import { createForm, type FieldValue, type Form, type FormOptions } from "../../primitives/create-form.ts";
import { createSubmit, type Submit } from "../../primitives/create-submit.ts";

/** The contrat that a screen is about. */
export interface ContratHere {
  readonly slug: string;
  readonly contrat: Accessor<ContratWithFiches>;
  readonly api: ContratApi;
  /** Something changed that lists and the header show too. */
  readonly refresh: () => void;
}

export const ContratContext = createContext<ContratHere>();

/** The contrat of this screen, anywhere below `ContratScreen`. */
export function useContrat(): ContratHere {
  const here = useContext(ContratContext);
  if (here === undefined) throw new Error("useContrat is called outside ContratScreen");
  return here;
}

/** One act, with the sentences of everything that a contrat may answer. Within an owner. */
export function createAct<Input, Value>(
  send: (input: Input) => Promise<ContratResult<Value>>,
  done: (value: Value, input: Input) => void,
): Submit<Input, ActRefusal> {
  return createSubmit<Input, Value, ActRefusal>({ send, sentences: ACT_REFUSAL_LABELS, done });
}

/** A form over one act. Within an owner. */
export function createActForm<Values extends Readonly<Record<string, FieldValue>>, Value>(
  options: Omit<FormOptions<Values, Value, ActRefusal>, "sentences">,
): Form<Values> {
  return createForm<Values, Value, ActRefusal>({ ...options, sentences: ACT_REFUSAL_LABELS });
}
