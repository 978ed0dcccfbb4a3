import { describe, expect, it } from "vitest";
import { appareilOf } from "../../../shared/domain/appareil.ts";

const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

describe("the device behind a user agent", () => {
  it.each([
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36`, "chrome", "windows"],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36 Edg/150.0`, "edge", "windows"],
    [
      `Mozilla/5.0 (Linux; Android 16; SM-S901B) ${WEBKIT} SamsungBrowser/30.0 Chrome/140.0 Mobile Safari/537.36`,
      "samsung",
      "android",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15",
      "safari",
      "macos",
    ],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) CriOS/150.0 Mobile/15E148 Safari/604.1", "chrome", "ios"],
    ["Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "firefox", "linux"],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36`, "chrome", "chromeos"],
    ["curl/8.5.0", "autre", "autre"],
    ["", "autre", "autre"],
  ])("%s", (userAgent, navigateur, systeme) => {
    expect(appareilOf(userAgent)).toEqual({ navigateur, systeme });
  });
});
