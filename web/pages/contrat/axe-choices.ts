import type { AxeBody, ObjectifBody } from "../../../shared/protocol/http-bodies.ts";
import { PLAN } from "../../labels/plan.ts";
import type { Choice } from "../../ui/form/select-field.tsx";

const INDENT = "\u00a0\u00a0\u00a0\u00a0";

/** The places of a plan as answers of a list: each axe, then what is under it, further in. */
export function axeChoices(axes: readonly AxeBody[]): Choice[] {
  return axes.flatMap((axe) => [
    { value: axe.id, label: `${PLAN.axe} ${axe.numero} ${axe.libelle}` },
    ...objectifChoices(axe.objectifs, 1),
  ]);
}

function objectifChoices(objectifs: readonly ObjectifBody[], depth: number): Choice[] {
  return objectifs.flatMap(({ id, libelle, objectifs: under }) => [
    { value: id, label: `${INDENT.repeat(depth)}${libelle}` },
    ...objectifChoices(under, depth + 1),
  ]);
}
