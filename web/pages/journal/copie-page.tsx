import type { JSX } from "solid-js";
import { contratRequests } from "../../../shared/protocol/contrat-paths.ts";
import { COPIE } from "../../labels/journal.ts";
import { Notice } from "../../ui/notice.tsx";
import { ReservedPage } from "../contrat/reserved-page.tsx";
import { useContrat } from "../contrat/use-contrat.ts";

/** The whole contrat, to take along. */
export default function CopiePage(): JSX.Element {
  return (
    <ReservedPage droit="lire_journal" title={COPIE.title} lede={COPIE.lede}>
      <Copie />
    </ReservedPage>
  );
}

function Copie(): JSX.Element {
  const { slug } = useContrat();
  return (
    <section class="block" aria-labelledby="contenu-copie">
      <h2 id="contenu-copie">{COPIE.what}</h2>
      <ul>
        <li>{COPIE.fiches}</li>
        <li>{COPIE.people}</li>
        <li>{COPIE.plan}</li>
        <li>{COPIE.journal}</li>
      </ul>
      <Notice tone="warn">{COPIE.warning}</Notice>
      <p>
        <a class="btn main" href={contratRequests.export(slug)} rel="external" download="">
          {COPIE.download}
        </a>
      </p>
    </section>
  );
}
