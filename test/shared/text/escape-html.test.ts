import { expect, it } from "vitest";
import { escapeHtml } from "../../../shared/text/escape-html.ts";

it("escapes what HTML reads as its own, in text and in attributes", () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
  );
});

it("leaves words and typography alone", () => {
  const words = "«\u202fL’été à Œting\u202f» – 12\u00a0000\u00a0€\n\tet 👩‍⚕️";
  expect(escapeHtml(words)).toBe(words);
});

it("leaves out control characters", () => {
  expect(escapeHtml("a\u0000b\u000bc\u001bd\u007fe\u009ff")).toBe("abcdef");
});
