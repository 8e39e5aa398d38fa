import { SaxesParser } from 'saxes'
import { refuse } from './table.ts'

export type XmlHandlers = {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const maxDepth = 64
/** Longest stretch without a tag or text ending: one attribute, comment or name must not fill the memory. */
const maxSilentChars = 1_000_000

/** Walks one XML part without building a tree. Names come without their prefix. */
export async function walkXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let heard = false
  parser.on('doctype', () => refuse('doctype'))
  parser.on('opentag', (tag) => {
    heard = true
    depth += 1
    if (depth > maxDepth) refuse('broken', { reason: 'depth', limit: maxDepth })
    handlers.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    heard = true
    depth -= 1
    handlers.close?.(localName(tag.name))
  })
  const onText = (text: string) => {
    heard = true
    handlers.text?.(text)
  }
  parser.on('text', onText)
  parser.on('cdata', onText)

  let silentChars = 0
  for await (const text of decoded(bytes)) {
    heard = false
    parser.write(text)
    silentChars = heard ? 0 : silentChars + text.length
    if (silentChars > maxSilentChars) refuse('too-large', { what: 'part', limit: maxSilentChars })
  }
  parser.close()
}

/** The part after a namespace prefix: `x:row` is `row`, `r:id` is `id`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(markedEncoding(chunk), { fatal: true })
    yield decoder.decode(chunk, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

function markedEncoding(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
