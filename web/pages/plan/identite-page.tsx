import type { JSX } from "solid-js";
import type { IdentiteBody } from "../../../shared/protocol/bodies/contrat.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { IDENTITE } from "../../labels/contrat-settings.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { Part } from "../contrat/part.tsx";
import { ReservedPage } from "../contrat/reserved-page.tsx";
import { useContrat } from "../contrat/use-contrat.ts";
import { Facts } from "./facts.tsx";
import { SettingsNav } from "./settings-nav.tsx";
import { Signataires } from "./signataires.tsx";
import { Slug } from "./slug.tsx";
import { Stades } from "./stades.tsx";

/** What a contrat says of itself, where it stands, who signs it, its address. */
export default function IdentitePage(): JSX.Element {
  return (
    <ReservedPage droit="gerer_plan" title={IDENTITE.title} lede={IDENTITE.lede} nav={<SettingsNav />}>
      <Identite />
    </ReservedPage>
  );
}

function Identite(): JSX.Element {
  const { api } = useContrat();
  const question = createQuestion<IdentiteBody, ActRefusal>(() => api.identite());
  return (
    <>
      <Facts />
      <Part question={question} loading={IDENTITE.loading} heading="etape">
        {(body) => (
          <>
            <Stades stades={body().stades} onDone={question.refresh} />
            <Signataires signataires={body().signataires} onDone={question.refresh} />
            <Slug slugs={body().slugs} onDone={question.refresh} />
          </>
        )}
      </Part>
    </>
  );
}
