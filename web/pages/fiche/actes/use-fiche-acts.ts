import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import { isPassing } from "../../../api/client.ts";
import {
  type AskedInBody,
  createFicheActsApi,
  type FicheActRefusal,
  type FicheActsApi,
} from "../../../api/fiche-acts.ts";
import { FICHE_ACT_REFUSAL_LABELS, UNHEARD_ACT } from "../../../labels/actes.ts";
import { createForm, type FieldValue, type Form, type FormOptions } from "../../../primitives/create-form.ts";
import { createSubmit, type Submit } from "../../../primitives/create-submit.ts";
import { useApp } from "../../../stores/app-context.ts";
import { createSureAct } from "./sure-act.ts";

/**
 * What is asked about this fiche, and done: an act whose answer was lost is not said to have failed. Within a component.
 *
 * @param onRefused called when the server refused an act: what the page shows may not be so any more
 */
export function useFicheActs(body: FicheBody, onRefused: () => void = () => {}): FicheActsApi {
  const { ask, session } = useApp();
  const api = createFicheActsApi(ask, body.contrat.slug, body.fiche.id);
  const state = session.state();
  const act = createSureAct(api, state.kind === "present" ? state.session.account.id : null);
  return {
    ...api,
    async act(asked) {
      const result = await act(asked);
      // Of a network that fails or a session that ended, the page knows already.
      if (!result.ok && !isPassing(result.code) && result.code !== "session_absente") onRefused();
      return result;
    },
  };
}

const SENTENCES = { ...FICHE_ACT_REFUSAL_LABELS, ...UNHEARD_ACT };

/** One act on a fiche, with the sentences of everything that may stand in its way. Within an owner. */
export function createFicheAct<Input>(
  api: FicheActsApi,
  asked: (input: Input) => AskedInBody,
  done: (input: Input) => void | Promise<void>,
): Submit<Input, FicheActRefusal> {
  return createSubmit<Input, null, FicheActRefusal>({
    send: (input) => api.act(asked(input)),
    sentences: SENTENCES,
    done: (_, input) => done(input),
  });
}

/** A form over one act on a fiche. Within an owner. */
export function createFicheActForm<Values extends Readonly<Record<string, FieldValue>>>(
  options: Omit<FormOptions<Values, null, FicheActRefusal>, "sentences">,
): Form<Values> {
  return createForm<Values, null, FicheActRefusal>({ ...options, sentences: SENTENCES });
}
