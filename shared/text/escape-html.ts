const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

// Control characters are not allowed in HTML, even written as entities; tab and newline are.
const CONTROLS = /[^\P{Cc}\t\n]/gu;

/** Text as it is written in HTML, between tags or inside a quoted attribute. Control characters are left out. */
export function escapeHtml(text: string): string {
  return text.replace(CONTROLS, "").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
