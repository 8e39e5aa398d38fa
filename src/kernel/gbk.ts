/** Text as GBK bytes, and the marks it has no place for (each once): these are left out. */
export function encodeGbk(text: string): { bytes: Uint8Array; unknown: string[] } {
  const codes = table()
  const bytes = new Uint8Array(text.length * 2)
  const unknown = new Set<string>()
  let length = 0
  for (const mark of text) {
    const point = mark.codePointAt(0) ?? 0
    const code = point < 0x80 ? point : (codes.get(point) ?? 0)
    if (point !== 0 && code === 0) unknown.add(mark)
    else if (code < 0x80) bytes[length++] = code
    else {
      bytes[length++] = code >> 8
      bytes[length++] = code & 0xff
    }
  }
  return { bytes: bytes.slice(0, length), unknown: [...unknown] }
}

let made: Map<number, number> | undefined

/** The decoder every Node has, turned round: each pair of bytes it knows, by the character it stands for. */
function table(): Map<number, number> {
  if (made) return made
  made = new Map()
  const decoder = new TextDecoder('gbk', { fatal: true })
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const point = pointOf(decoder, Uint8Array.of(lead, trail))
      // private places are what fonts of one vendor make of them; a bank would show something else
      if (point === undefined || (point >= 0xe000 && point <= 0xf8ff)) continue
      if (!made.has(point)) made.set(point, (lead << 8) | trail)
    }
  }
  return made
}

function pointOf(decoder: InstanceType<typeof TextDecoder>, pair: Uint8Array): number | undefined {
  try {
    const text = decoder.decode(pair)
    const point = text.codePointAt(0)
    return point !== undefined && point >= 0x80 && [...text].length === 1 ? point : undefined
  } catch {
    return undefined
  }
}
