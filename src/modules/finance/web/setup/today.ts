/** The day of this device: where a form begins. */
export function useToday(): string {
  return new Date().toLocaleDateString('sv-SE')
}
