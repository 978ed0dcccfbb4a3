/**
 * Words that people type over several lines, in the form in which the server keeps them: composed letters (NFC), lines that
 * end with « \n », no white space around. A page that asks whether what it sent was kept compares in this form.
 */
export function asKept(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/gu, "\n").trim();
}
