/** The key below which the words of a line of the law stand: dots would be levels there. */
export function lineKey(code: string): string {
  return code.replaceAll('.', '-')
}
