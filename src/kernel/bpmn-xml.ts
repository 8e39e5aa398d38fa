import { SaxesParser } from 'saxes'
import type { XmlElement } from '#core/flow'

const maxDepth = 100
const maxElements = 300_000

type Growing = { name: string; attributes: Record<string, string>; children: Growing[]; text: string }

/** Reads an XML text into elements without prefixes. Answers a sentence when it is not well-formed, too deep or too large. */
export function parseXml(text: string): { root: XmlElement } | { reason: string } {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: Growing[] = []
  let root: Growing | undefined
  let count = 0
  parser.on('doctype', () => parser.fail('a document type is not allowed'))
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length >= maxDepth || count > maxElements) parser.fail('too deep or too large')
    const element: Growing = { name: localName(tag.name), attributes: {}, children: [], text: '' }
    for (const [name, value] of Object.entries(tag.attributes)) element.attributes[localName(name)] ??= value
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const onText = (part: string) => {
    const element = open.at(-1)
    if (element) element.text += part
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close()
  } catch (error) {
    return { reason: (error as Error).message }
  }
  return root ? { root } : { reason: 'empty' }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
