import { inflateSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'

export type ReadPdf = { pages: number; text: string; fonts: string[]; embedded: number }

/** Reads a PDF of our own back: its words by page, by the fonts' own tables, as a reader that copies text does. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const raw = Buffer.from(bytes).toString('latin1')
  if (!raw.startsWith('%PDF-') || !raw.trimEnd().endsWith('%%EOF')) throw new Error('not a whole PDF')
  const objects = new Map<string, { head: string; body: string }>()
  for (const [, id, content = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', stream] = content.split(/\nstream\n/)
    const packed = stream?.replace(/\nendstream$/, '')
    const isPacked = /\/FlateDecode/.test(head)
    const body = packed === undefined ? '' : isPacked ? unpack(packed) : packed
    objects.set(id ?? '', { head, body })
  }
  const fonts = new Map<string, Map<string, string>>()
  const names: string[] = []
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of (/\/Font <<([\s\S]*?)>>/.exec(head)?.[1] ?? '').matchAll(
      /\/(F\d+) (\d+) 0 R/g,
    )) {
      const font = objects.get(id)?.head ?? ''
      const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '')?.body ?? ''
      if (!fonts.has(name)) names.push(/\/BaseFont \/(\S+)/.exec(font)?.[1] ?? '')
      fonts.set(name, charactersOf(map))
    }
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  const text = pages
    .map(({ head }) => objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.body ?? '')
    .map((content) => wordsOf(content, fonts))
    .join('\f')
  const embedded = [...objects.values()].filter(({ head }) => /\/FontFile[23]? /.test(head)).length
  return { pages: pages.length, text, fonts: names, embedded }
}

/** The words of a Word file, paragraph by paragraph; throws when a part is not well-formed or the file is no sound zip. */
export async function readDocx(bytes: Uint8Array): Promise<{ parts: string[]; text: string }> {
  const parts = new Map<string, string>()
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, file) =>
      file ? resolve(file) : reject(error),
    ),
  )
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', resolve)
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (!stream) return reject(error)
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
          zip.readEntry()
        })
      })
    })
    zip.readEntry()
  })
  for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) mustBeXml(name, xml)
  return { parts: [...parts.keys()], text: paragraphsOf(parts.get('word/document.xml') ?? '') }
}

function unpack(packed: string): string {
  return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
}

function charactersOf(map: string): Map<string, string> {
  const characters = new Map<string, string>()
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    const values = [...list.matchAll(/<([0-9a-f ]*)>/gi)]
    for (const [index, [, value = '']] of values.entries()) {
      const code = (parseInt(first, 16) + index).toString(16).padStart(4, '0')
      characters.set(code, Buffer.from(value.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
    }
  }
  return characters
}

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined
  const lines: string[] = []
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name)
    if (shown === undefined) continue
    const codes = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    lines.push(codes.map((code) => font?.get(code.toLowerCase()) ?? '\uFFFD').join(''))
  }
  return lines.join('\n')
}

function mustBeXml(name: string, xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw new Error(`${name}: ${error.message}`)
  })
  parser.write(xml).close()
}

function paragraphsOf(xml: string): string {
  return xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .join('\n')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
}
