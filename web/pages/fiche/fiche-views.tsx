import { useLocation, useParams } from "@solidjs/router";
import { type Accessor, createMemo, type JSX, lazy, Show } from "solid-js";
import { type Moment, parseMoment } from "../../../shared/domain/version.ts";
import { shortId } from "../../../shared/ids.ts";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import { isServerPage } from "../../api/server-pages.ts";
import { ficheKey, ONLY, useApp } from "../../stores/app-context.ts";
import NotFoundPage from "../not-found-page.tsx";
import { correctAddress } from "./correct-address.ts";
import { FicheAt } from "./fiche-at.tsx";
import { ComparaisonPage } from "./historique/comparaison-page.tsx";
import { HistoriquePage } from "./historique/historique-page.tsx";
import { MomentPage } from "./historique/moment-page.tsx";
import { FicheContext } from "./use-fiche.ts";

const InstructionPage = lazy(() => import("./instruction/instruction-page.tsx"));
const SinceApprovalPage = lazy(() => import("./actes/since-approval-page.tsx"));

/** The views of a fiche beside its Rédaction and its Lecture: what was written, and what was decided. */
export default function FicheViews(): JSX.Element {
  const location = useLocation();
  return (
    // Lecture is the server's: the browser draws this address only when the server could not be reached.
    <Show when={!isServerPage(location.pathname)} fallback={<NotFoundPage />}>
      <FicheAt>{(body) => <Views body={body} />}</FicheAt>
    </Show>
  );
}

function Views(props: { body: Accessor<FicheBody> }): JSX.Element {
  const params = useParams();
  const location = useLocation();
  const { fiche, contrat, contrats } = useApp();
  correctAddress(
    () => props.body(),
    () => location.pathname.replace(/^\/contrats\/[^/]+\/fiches\/[^/]+/u, ""),
  );
  const refresh = () => {
    const { contrat: of, fiche: it } = props.body();
    fiche.refresh(ficheKey(of.slug, shortId(it.id)));
    contrat.refresh(of.slug);
    contrats.refresh(ONLY);
  };
  // Keyed by what follows the fiche's own address: another comparison is another page.
  const rest = createMemo(() => (params["vue"] ?? "").replace(/\/$/u, ""));
  return (
    <FicheContext.Provider value={{ slug: props.body().contrat.slug, body: props.body, refresh }}>
      <Show when={rest()} keyed fallback={<NotFoundPage />}>
        {(pieces) => viewOf(pieces)}
      </Show>
    </FicheContext.Provider>
  );
}

function viewOf(rest: string): JSX.Element {
  const [view, ...pieces] = rest.split("/");
  if (view === "instruction" && pieces.length === 0) return <InstructionPage />;
  if (view === "depuis-l-approbation" && pieces.length === 0) return <SinceApprovalPage />;
  if (view !== "historique") return <NotFoundPage />;
  const moments = pieces.map(parseMoment).filter((moment): moment is Moment => moment !== null);
  if (moments.length < pieces.length) return <NotFoundPage />;
  const [from, to, ...more] = moments;
  if (more.length > 0) return <NotFoundPage />;
  if (from === undefined) return <HistoriquePage />;
  return to === undefined ? <MomentPage moment={from} /> : <ComparaisonPage from={from} to={to} />;
}
