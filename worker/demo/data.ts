import { centreOuestBretagne } from "./contrats/centre-ouest-bretagne.ts";
import { challansGoisOceanMaraisDeMonts } from "./contrats/challans-gois-ocean-marais-de-monts.ts";
import { cornouaille } from "./contrats/cornouaille.ts";
import { paysDeRedon } from "./contrats/pays-de-redon.ts";
import type { Demonstration } from "./format.ts";
import { organisations } from "./organisations.ts";
import { personas } from "./personas.ts";

export const demonstration: Demonstration = {
  personas,
  organisations,
  contrats: [paysDeRedon, cornouaille, centreOuestBretagne, challansGoisOceanMaraisDeMonts],
};
