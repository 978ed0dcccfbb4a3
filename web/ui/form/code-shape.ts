/** Eight digits as people read them, four and four, of whatever was typed or pasted: « 1234 5678 ». */
export function shapeCode(typed: string): string {
  const digits = typed.replace(/\D/gu, "").slice(0, 8);
  return digits.length > 4 ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits;
}

/** Whether the eight digits are there. */
export function isWholeCode(code: string): boolean {
  return /^\d{4} \d{4}$/.test(code);
}
