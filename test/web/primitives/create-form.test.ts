import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { ApiRefusal } from "../../../web/api/client.ts";
import { API_REFUSAL_LABELS } from "../../../web/labels/api-refusals.ts";
import { createForm, type Form } from "../../../web/primitives/create-form.ts";

type Verdict = Result<string, ApiRefusal | "nom_pris">;

/** A form of a name and a consent, over a server that answers when the test says so. */
function formOver() {
  const sent: { readonly nom: string; readonly accord: boolean }[] = [];
  const done: string[] = [];
  let answer: (verdict: Verdict) => void = () => {};
  const { form, leave } = createRoot((dispose) => ({
    leave: dispose,
    form: createForm({
      initial: { nom: "", accord: false },
      check: ({ nom, accord }) => ({ nom: nom === "" ? "Écrivez un nom." : null, accord: accord ? null : "Cochez." }),
      send: (values) => {
        sent.push(values);
        return new Promise<Verdict>((resolve) => {
          answer = resolve;
        });
      },
      sentences: { nom_pris: "Ce nom est pris." },
      at: { nom_pris: "nom" },
      done: (value) => void done.push(value),
    }),
  }));
  const hear = async (verdict: Verdict) => {
    answer(verdict);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { form, leave, sent, done, hear };
}

function fillIn(form: Form<{ nom: string; accord: boolean }>): void {
  form.fields.nom.set("Aline");
  form.fields.accord.set(true);
}

describe("a form", () => {
  it("is not sent while something is missing; each field says what", () => {
    const { form, sent } = formOver();
    form.submit();
    expect(sent).toEqual([]);
    expect(form.problems().map(({ sentence }) => sentence)).toEqual(["Écrivez un nom.", "Cochez."]);
    expect(form.fields.nom.error()).toBe("Écrivez un nom.");
    expect(form.problems()[0]?.field).toBe(form.fields.nom.id);
  });

  it("is sent once, however often the button is pressed", async () => {
    const { form, sent, done, hear } = formOver();
    fillIn(form);
    form.submit();
    form.submit();
    expect(form.busy()).toBe(true);
    await hear(ok("fait"));
    expect([sent, done, form.busy()]).toEqual([[{ nom: "Aline", accord: true }], ["fait"], false]);
  });

  it("keeps what was typed when it is refused, and says why at the field or above", async () => {
    const { form, done, hear } = formOver();
    fillIn(form);
    form.submit();
    await hear(refuse("nom_pris"));
    expect(form.fields.nom.error()).toBe("Ce nom est pris.");
    form.submit();
    await hear(refuse("hors_ligne"));
    expect(form.problems()).toEqual([{ field: null, sentence: API_REFUSAL_LABELS.hors_ligne }]);
    expect(form.fields.nom.error()).toBeNull();
    // Nobody knows whether it was done.
    expect([form.unheard(), form.signedOut()]).toEqual([true, false]);
    form.submit();
    await hear(refuse("session_absente"));
    expect([form.unheard(), form.signedOut()]).toEqual([false, true]);
    expect([form.values(), done]).toEqual([{ nom: "Aline", accord: true }, []]);
  });

  it("does nothing to a screen that the person has left meanwhile", async () => {
    const { form, leave, done, hear } = formOver();
    fillIn(form);
    form.submit();
    leave();
    await hear(ok("fait"));
    expect(done).toEqual([]);
  });

  it("knows whether something differs from what it began with", () => {
    const { form } = formOver();
    expect(form.isChanged()).toBe(false);
    fillIn(form);
    expect(form.isChanged()).toBe(true);
    form.reset({ nom: "Aline", accord: true });
    expect(form.isChanged()).toBe(false);
  });
});
