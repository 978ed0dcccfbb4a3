import { Deliveries, type DeliveryParts } from "../pages/store/deliveries.ts";
import { writeKept } from "../pages/store/kept.ts";
import { INSTANCE_KEY } from "../pages/store/keys.ts";
import type { Contrats } from "./contrats.ts";
import { readReglages } from "./reglages.ts";

/**
 * What every public page says of the instance, and the plans that are published: a file of the pages store, which the
 * annuaire alone writes.
 */
export class InstancePage {
  readonly #text: () => string;
  readonly #deliveries: Deliveries;

  constructor(parts: Omit<DeliveryParts, "make">, contrats: Contrats) {
    this.#text = () => writeKept({ reglages: readReglages(parts.sql).reglages, plans: contrats.published() });
    this.#deliveries = new Deliveries({ ...parts, make: this.#text });
  }

  /** Anything may have changed; inside the transaction. */
  changed(): void {
    // Small, and nothing that is not public.
    this.#deliveries.mustSay(INSTANCE_KEY, this.#text());
  }

  /** Brings the file up to date; see `Deliveries`. */
  deliver(): Promise<void> {
    return this.#deliveries.deliver();
  }
}
