/** A workshop's code as it is shown: « KF3R-8YAM », of whatever was typed or pasted. */
export function shapeWorkshopCode(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, "")
    .slice(0, 8);
  return signs.length > 4 ? `${signs.slice(0, 4)}-${signs.slice(4)}` : signs;
}
