import { useParams } from "@solidjs/router";
import { type Accessor, createMemo, type JSX, Show } from "solid-js";
import { type Moment, parseMoment } from "../../../shared/domain/version.ts";
import { shortId } from "../../../shared/ids.ts";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import { ficheKey, ONLY, useApp } from "../../stores/app-context.ts";
import { lazyPart } from "../../ui/late-part.ts";
import NotFoundPage from "../not-found-page.tsx";
import { correctAddress } from "./correct-address.ts";
import { FicheAt } from "./fiche-at.tsx";
import { ComparaisonPage } from "./historique/comparaison-page.tsx";
import { HistoriquePage } from "./historique/historique-page.tsx";
import { MomentPage } from "./historique/moment-page.tsx";
import { FicheContext } from "./use-fiche.ts";

const InstructionPage = lazyPart(() => import("./instruction/instruction-page.tsx"));
const JournalPage = lazyPart(() => import("./historique/journal-page.tsx"));
const SinceApprovalPage = lazyPart(() => import("./actes/since-approval-page.tsx"));

/** The views of a fiche beside its Rédaction and its Lecture: what was written, and what was decided. */
export default function FicheViews(): JSX.Element {
  const params = useParams();
  // « fiches/<fiche>/historique/v3 »: what `contrat-pages.tsx` takes for this.
  const pieces = () => (params["rest"] ?? "").replace(/\/$/u, "").split("/");
  return (
    <FicheAt piece={pieces()[1] ?? ""}>{(body) => <Views body={body} view={pieces().slice(2).join("/")} />}</FicheAt>
  );
}

function Views(props: { body: Accessor<FicheBody>; view: string }): JSX.Element {
  const { fiche, contrat, contrats } = useApp();
  correctAddress(
    () => props.body(),
    () => `/${props.view}`,
  );
  const refresh = () => {
    const { contrat: of, fiche: it } = props.body();
    fiche.refresh(ficheKey(of.slug, shortId(it.id)));
    contrat.refresh(of.slug);
    contrats.refresh(ONLY);
  };
  // Keyed by what follows the fiche's own address: another comparison is another page.
  const view = createMemo(() => props.view);
  return (
    <FicheContext.Provider value={{ slug: props.body().contrat.slug, body: props.body, refresh }}>
      <Show when={view()} keyed>
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
  if (pieces.length === 1 && pieces[0] === "journal") return <JournalPage />;
  const moments = pieces.map(parseMoment).filter((moment): moment is Moment => moment !== null);
  if (moments.length < pieces.length) return <NotFoundPage />;
  const [from, to, ...more] = moments;
  if (more.length > 0) return <NotFoundPage />;
  if (from === undefined) return <HistoriquePage />;
  return to === undefined ? <MomentPage moment={from} /> : <ComparaisonPage from={from} to={to} />;
}
