/** Text without what would begin another field or line, or a formula where it is opened as a table. */
export function plain(text: string): string {
  return text
    .replaceAll(/[\r\n\t]+/g, ' ')
    .replaceAll(',', '，')
    .replaceAll('"', '”')
    .replace(/^(['=+\-@＝＋－＠]+)/, "'$1")
}
