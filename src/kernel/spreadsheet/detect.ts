import type { Source } from './source.ts'
import { refuse } from './table.ts'

const textExtensions = new Set(['csv', 'tsv', 'txt'])
const oleHeader = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** What the bytes are, whatever the name says; only plain text needs a name to be believed. */
export async function detect(source: Source, extension: string): Promise<'xlsx' | 'csv'> {
  const head = Buffer.from(await source.head(512))
  if (head.length === 0) refuse('not-a-spreadsheet', { kind: 'empty' })
  if (head.subarray(0, 2).toString('latin1') === 'PK') return 'xlsx'
  if (head.subarray(0, 8).equals(oleHeader)) return refuseOle(source)
  const magic = head.subarray(0, 4).toString('latin1')
  if (magic === '%PDF') refuse('not-a-spreadsheet', { kind: 'pdf' })
  const start = head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(ï»¿|ÿþ|þÿ)?\s*/, '')
    .slice(0, 20)
    .toLowerCase()
  if (/^<(!doctype|html|head|meta|body|table|style)/.test(start)) refuse('not-a-spreadsheet', { kind: 'html' })
  if (start.startsWith('<?xml')) refuse('not-a-spreadsheet', { kind: 'xml' })
  if (!textExtensions.has(extension)) refuse('not-a-spreadsheet', { kind: looksBinary(head) ? 'binary' : 'text' })
  return 'csv'
}

/** An OLE file is an old .xls or a workbook behind a password: its directory says which, in entries of 128 bytes. */
async function refuseOle(source: Source): Promise<never> {
  const names = new Set<string>()
  for await (const chunk of source.chunks()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (const name of ['EncryptedPackage', 'Workbook', 'Book']) {
      const wanted = Buffer.from(`${name}\0`, 'utf16le')
      let at = bytes.indexOf(wanted)
      while (at >= 0 && at % 128 !== 0) at = bytes.indexOf(wanted, at + 1)
      if (at >= 0) names.add(name)
    }
  }
  if (names.has('EncryptedPackage')) refuse('encrypted', { kind: 'xlsx' })
  refuse('not-a-spreadsheet', { kind: names.has('Workbook') || names.has('Book') ? 'xls' : 'ole' })
}

function looksBinary(head: Buffer): boolean {
  return head.includes(0) && !(head[0] === 0xff && head[1] === 0xfe)
}
