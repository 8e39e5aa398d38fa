/** The month now as 2026-10, where a form or a list begins. */
export function thisMonth(): string {
  return new Date().toISOString().slice(0, 7)
}
