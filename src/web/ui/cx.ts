/** Joins class names and leaves out what is empty, so that a class can hang on a condition. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
