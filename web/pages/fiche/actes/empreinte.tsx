import "../../../styles/actes.css";
import type { JSX } from "solid-js";
import { ACTES, shortEmpreinte, wholeEmpreinte } from "../../../labels/actes.ts";

/** Which words exactly: short for the eye, whole for whoever checks. */
export function Empreinte(props: { of: string }): JSX.Element {
  return (
    <details class="empreinte">
      <summary>
        {ACTES.empreinte} <code>{shortEmpreinte(props.of)}</code>
      </summary>
      <p class="muted">{ACTES.empreinteMeans}</p>
      <p>
        {ACTES.empreinteWhole} <code>{wholeEmpreinte(props.of)}</code>
      </p>
    </details>
  );
}
