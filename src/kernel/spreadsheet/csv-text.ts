import type { Source } from './source.ts'
import { refuse } from './table.ts'

/** The text of a CSV in whichever of UTF-8, UTF-16 (with its mark) or GB18030 it was saved. */
export async function* csvText(source: Source): AsyncGenerator<string> {
  const encoding = await encodingOf(source)
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  } catch {
    refuse('broken', { reason: 'encoding', encoding })
  }
}

async function encodingOf(source: Source): Promise<string> {
  const [first, second] = await source.head(2)
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return (await isUtf8(source)) ? 'utf-8' : 'gb18030'
}

async function isUtf8(source: Source): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of source.chunks()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}
