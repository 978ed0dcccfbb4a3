import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import { createReserveDrafts, reservesIn } from "../../../../../web/pages/fiche/instruction/avis-draft.ts";

describe("réserves that are being written", () => {
  it("come back from the device as they were typed", () => {
    createRoot((dispose) => {
      const drafts = createReserveDrafts();
      drafts.add("freins", "la distance").setTexte("Laquelle ?");
      drafts.add("leviers", "");
      const again = createReserveDrafts();
      again.restore(reservesIn(JSON.parse(JSON.stringify(drafts.typed()))));
      expect(again.typed()).toEqual([
        { partie: "freins", citation: "la distance", texte: "Laquelle ?" },
        { partie: "leviers", citation: "", texte: "" },
      ]);
      // Ids that the page uses for its fields are never used twice.
      again.restore(again.typed());
      const ids = [...again.all(), again.add("freins", "")].map(({ id }) => id);
      expect(new Set(ids).size).toBe(3);
      dispose();
    });
  });

  it("are left where an earlier page kept something of another shape", () => {
    expect(reservesIn(undefined)).toEqual([]);
    expect(reservesIn([{ partie: "ancienne_section", citation: "", texte: "x" }, null, { partie: "freins" }])).toEqual(
      [],
    );
  });
});
