/** One XML element with its attributes (those that are undefined or empty are left out) and what it holds. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content: readonly string[] | string = [],
): string {
  const head = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [` ${key}="${quoted(value)}"`],
  )
  const text = typeof content === 'string' ? escaped(content) : content.length > 0 ? `\n${content.join('\n')}\n` : ''
  return text === '' ? `<${name}${head.join('')} />` : `<${name}${head.join('')}>${text}</${name}>`
}

function escaped(text: string): string {
  return legal(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function quoted(text: string): string {
  return escaped(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;')
}

/** XML 1.0 has no place for most control characters. */
function legal(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
}
