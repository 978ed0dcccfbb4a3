import { expect, it } from "vitest";
import { html, trusted } from "../../../worker/pages/html.ts";

it("escapes text, in content and in attributes, and leaves markup already made", () => {
  const hostile = `"><script>alert('1')</script>&amp;`;
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(
    `<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;</p>`,
  );
  expect(html`<ul>${[html`<li>${1}</li>`, html`<li>${"a"}</li>`]}</ul>${null}${trusted("<hr>")}`.markup).toBe(
    "<ul><li>1</li><li>a</li></ul><hr>",
  );
});

it("sets its own words in French, and leaves inserts as their author typed them", () => {
  expect(html`<p>L'atelier : « ${"d'ici : "} » ; qui ?</p>`.markup).toBe(
    "<p>L’atelier\u202f: «\u202fd&#39;ici : \u202f»\u202f; qui\u202f?</p>",
  );
});

it("leaves addresses and attributes alone", () => {
  expect(html`<a class="a b" href="https://exemple.fr/?a=1">x</a>`.markup).toBe(
    '<a class="a b" href="https://exemple.fr/?a=1">x</a>',
  );
});
