import { createEffect, For, type JSX, Show } from "solid-js";
import { isVisible } from "../../../../shared/editor/blocks.ts";
import { ENGAGEMENT, type EngagementPart } from "../../../../shared/editor/canonical.ts";
import { partText } from "../../../../shared/editor/part-text.ts";
import { blocksToHtml } from "../../../../shared/editor/to-html.ts";
import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { MomentBody, VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import { refuse } from "../../../../shared/result.ts";
import type { ActRefusal } from "../../../api/contrat.ts";
import { createHistoryApi } from "../../../api/history.ts";
import { publishAct } from "../../../labels/actes.ts";
import { PUBLICATION, readWords, replacesPublished } from "../../../labels/publication.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { useApp } from "../../../stores/app-context.ts";
import { FormDialog } from "../../../ui/form/form-dialog.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Part } from "../../contrat/part.tsx";
import { MasqueNotes } from "../historique/masque-note.tsx";
import { Begun } from "../instruction/begun.tsx";
import { Empreinte } from "./empreinte.tsx";
import { keepForm } from "./kept-form.ts";
import { createFicheActForm, useFicheActs } from "./use-fiche-acts.ts";

export interface PublishDialogProps {
  readonly body: FicheBody;
  readonly version: VersionInList;
  /** What everybody reads today. */
  readonly replaced: ActesBody["publiee"];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const HEADING = "publication-mots";
/** What is read first, by whoever comes from outside. */
const FIRST = ["intitule", "resume"] as const satisfies readonly EngagementPart[];
const REST = ENGAGEMENT.filter((partie) => !FIRST.some((first) => first === partie));

/** Before a version is made public: which words, what the page will show, and what is missing. */
export default function PublishDialog(props: PublishDialogProps): JSX.Element {
  const api = useFicheActs(props.body);
  const history = createHistoryApi(useApp().ask, props.body.contrat.slug, props.body.fiche.id);
  const question = createQuestion<MomentBody, ActRefusal>(() =>
    history.moment({ kind: "version", numero: props.version.numero }),
  );
  const lacks = () => {
    const shown = question.value();
    return shown !== null && !isVisible(partText(shown.content, "resume"));
  };
  const form = createFicheActForm({
    initial: { malgre: "" },
    check: ({ malgre }) => ({ malgre: lacks() && malgre.trim() === "" ? PUBLICATION.overrideMissing : null }),
    send: async ({ malgre }) => {
      // Nobody makes public what they were not shown.
      if (question.value() === null) return refuse("empreinte_autre" as const);
      const { numero, empreinte } = props.version;
      return api.act({ acte: "publier", version: numero, empreinte, malgre: lacks() ? malgre : null });
    },
    done() {
      typed.kept.forget();
      props.onDone();
    },
  });
  const typed = keepForm(form, { acte: "publier", fiche: props.body.fiche.id }, () => props.version.numero);
  // Another version, whose summary is written: there is nothing left to explain.
  createEffect(() => question.value() !== null && !lacks() && form.isChanged() && typed.erase());
  return (
    <FormDialog
      title={publishAct(props.version.numero)}
      lede={PUBLICATION.means}
      form={form}
      act={publishAct(props.version.numero)}
      busy={PUBLICATION.publishing}
      isKept={typed.kept.isKept}
      onClose={props.onClose}
    >
      <Show when={props.replaced}>{(replaced) => <p>{replacesPublished(replaced())}</p>}</Show>
      <ThePage />
      <section class="publication">
        <h3 id={HEADING} tabindex="-1">
          {PUBLICATION.words}
        </h3>
        <p class="muted">{PUBLICATION.namesInWords}</p>
        <Part question={question} loading={PUBLICATION.loading} heading={HEADING}>
          {(shown) => (
            <>
              <Words value={shown()} parties={FIRST} />
              <details>
                <summary>{readWords(props.version.numero)}</summary>
                <Words value={shown()} parties={REST} />
              </details>
            </>
          )}
        </Part>
        <Empreinte of={props.version.empreinte} />
      </section>
      <Show when={lacks()}>
        <Notice tone="warn" title={PUBLICATION.noSummaryTitle}>
          {PUBLICATION.noSummaryMeans}
        </Notice>
        <Begun
          begunOn={null}
          shown={null}
          foundFrom={typed.kept.foundFrom()}
          isUnheard={form.unheard()}
          onErase={typed.erase}
        />
        <TextareaField field={form.fields.malgre} label={PUBLICATION.override} hint={PUBLICATION.overrideHint} />
      </Show>
    </FormDialog>
  );
}

/** What the public page shows beside the words, and what it never shows. */
function ThePage(): JSX.Element {
  return (
    <section class="publication">
      <h3>{PUBLICATION.page}</h3>
      <ul>
        <li>{PUBLICATION.pagePlace}</li>
        <li>{PUBLICATION.pageWords}</li>
        <li>{PUBLICATION.pageDates}</li>
      </ul>
      <p>{PUBLICATION.pageNobody}</p>
    </section>
  );
}

/** The words of those parts, in a place of their own: they are not this window's. */
function Words(props: { value: MomentBody; parties: readonly EngagementPart[] }): JSX.Element {
  return (
    <div class="publication-words">
      <For each={props.parties}>
        {(partie) => (
          <section>
            <PublicPart value={props.value} partie={partie} />
          </section>
        )}
      </For>
    </div>
  );
}

function PublicPart(props: { value: MomentBody; partie: EngagementPart }): JSX.Element {
  const { partie } = props;
  return (
    <>
      <h4>{PLACE_TITLES[partie]}</h4>
      <MasqueNotes masques={props.value.masques} partie={partie} />
      <Show
        when={isVisible(partText(props.value.content, partie))}
        fallback={<p class="help">{PUBLICATION.nothing}</p>}
      >
        {partie === "intitule" ? (
          <p>{props.value.content.intitule}</p>
        ) : (
          // `blocksToHtml` escapes every word of it.
          <div innerHTML={blocksToHtml(props.value.content.sections[partie], { headingLevel: 5 })} />
        )}
      </Show>
    </>
  );
}
