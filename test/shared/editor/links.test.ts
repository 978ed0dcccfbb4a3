import { describe, expect, it } from "vitest";
import { isAllowedLink, LINK_MAX } from "../../../shared/editor/links.ts";

describe("a link may be", () => {
  it.each([
    "https://exemple.fr",
    "HTTPS://Exemple.fr/À/é?q=a&b=c#d",
    "http://localhost:8787/",
    "mailto:contact@exemple.fr",
    "tel:+33200000000",
    `https://exemple.fr/${"a".repeat(LINK_MAX - 19)}`,
  ])("%s", (href) => {
    expect(isAllowedLink(href)).toBe(true);
  });
});

describe("a link may not be", () => {
  it.each([
    ["a script", "javascript:alert(1)"],
    ["a script in capitals", "JavaScript:alert(1)"],
    ["a script hidden by a tab", "java\tscript:alert(1)"],
    ["a script after a space", " javascript:alert(1)"],
    ["a script on the second line", "https://exemple.fr\njavascript:alert(1)"],
    ["data", "data:text/html,<script>alert(1)</script>"],
    ["a file", "file:///etc/passwd"],
    ["a program of the page", "blob:https://exemple.fr/1"],
    ["a view of the source", "view-source:https://exemple.fr"],
    ["an address of this site", "/contrats"],
    ["an address on the same scheme", "//exemple.fr"],
    ["a web scheme without slashes", "https:exemple.fr"],
    ["a scheme alone", "mailto:"],
    ["web scheme alone", "https://"],
    ["words", "exemple.fr"],
    ["two words", "https://exemple.fr un mot"],
    ["a control character", "https://exemple.fr/\u0000"],
    ["a no-break space", "https://exemple.fr/\u00a0"],
    ["nothing", ""],
    ["something endless", `https://exemple.fr/${"a".repeat(LINK_MAX - 18)}`],
    ["a number", 3],
    ["null", null],
    ["a list", ["https://exemple.fr"]],
    ["an object that speaks like one", { toString: () => "https://exemple.fr", length: 5 }],
  ])("%s", (_, href) => {
    expect(isAllowedLink(href)).toBe(false);
  });
});
