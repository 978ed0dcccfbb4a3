export const NAVIGATEURS = ["firefox", "chrome", "edge", "safari", "opera", "samsung", "autre"] as const;
export const SYSTEMES = ["windows", "macos", "linux", "android", "ios", "chromeos", "autre"] as const;

/** What a session was opened with, as far as people tell their devices apart. */
export interface Appareil {
  readonly navigateur: (typeof NAVIGATEURS)[number];
  readonly systeme: (typeof SYSTEMES)[number];
}

/** In this order: nearly every browser also names the ones before which it wants to pass. */
const NAVIGATEUR_SIGNS: readonly (readonly [RegExp, Appareil["navigateur"]])[] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, "edge"],
  [/\b(?:OPR|OPT)\//, "opera"],
  [/\bSamsungBrowser\//, "samsung"],
  [/\b(?:Firefox|FxiOS)\//, "firefox"],
  [/\b(?:Chrome|Chromium|CriOS)\//, "chrome"],
  [/\bSafari\//, "safari"],
];

const SYSTEME_SIGNS: readonly (readonly [RegExp, Appareil["systeme"]])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, "ios"],
  [/\bAndroid\b/, "android"],
  [/\bWindows\b/, "windows"],
  [/\bCrOS\b/, "chromeos"],
  [/\bMac OS X\b|\bMacintosh\b/, "macos"],
  [/\bLinux\b|\bX11\b/, "linux"],
];

/** The device behind a `User-Agent`, which its owner may have made up: for people to recognise, never to decide. */
export function appareilOf(userAgent: string): Appareil {
  return {
    navigateur: NAVIGATEUR_SIGNS.find(([sign]) => sign.test(userAgent))?.[1] ?? "autre",
    systeme: SYSTEME_SIGNS.find(([sign]) => sign.test(userAgent))?.[1] ?? "autre",
  };
}
