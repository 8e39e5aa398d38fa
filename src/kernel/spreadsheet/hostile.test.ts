import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { readSpreadsheet } from '../spreadsheet.ts'
import type { SpreadsheetLimits } from './table.ts'
import { sheetOf, xlsx, type TestBook } from './xlsx-for-tests.ts'

const bomb = '0'.repeat(1_000_000)

function* times(count: number, text: string | ((at: number) => string)): Generator<string> {
  let chunk = ''
  for (let at = 0; at < count; at += 1) {
    chunk += typeof text === 'string' ? text : text(at)
    if (chunk.length < 100_000) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

/** The refusal, and what reading it cost this process: time, memory, and the longest time without a tick. */
async function refusal(file: TestBook | Buffer, options: Partial<SpreadsheetLimits> = {}) {
  const bytes = Buffer.isBuffer(file) ? file : await xlsx(file)
  const before = process.memoryUsage.rss()
  const start = performance.now()
  let [lastTick, longestPauseMs] = [start, 0]
  const timer = setInterval(() => {
    longestPauseMs = Math.max(longestPauseMs, performance.now() - lastTick)
    lastTick = performance.now()
  }, 5)
  const result = await readSpreadsheet(bytes, 'hostile.xlsx', options)
  clearInterval(timer)
  const [milliseconds, grownMegabytes] = [performance.now() - start, (process.memoryUsage.rss() - before) / 1e6]
  expect({ longestPauseMs }).toSatisfy(() => longestPauseMs < 1500)
  expect({ grownMegabytes }).toSatisfy(() => grownMegabytes < 150)
  expect({ milliseconds }).toSatisfy(() => milliseconds < 15_000)
  return result.ok ? { refused: 'nothing', rows: result.table.rows.length } : result.refusal
}

describe('zip', { timeout: 60_000 }, () => {
  test('a bomb is refused by its ratio before it is unpacked', async () => {
    const start = performance.now()
    expect(await refusal({ sheet: times(90, bomb) })).toMatchObject({ refused: 'ratio' })
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('a bomb in a part that nobody reads is refused too', async () => {
    const more = [{ name: 'xl/media/image1.png', text: times(20, bomb) }]
    expect(await refusal({ rows: '', more })).toMatchObject({
      refused: 'ratio',
      facts: { entry: 'xl/media/image1.png' },
    })
  })

  test('more than 100 MB unpacked', async () => {
    const more = [{ name: 'xl/other.xml', text: times(101, bomb) }]
    const limits = { ratio: 1e6 }
    expect(await refusal({ rows: '', more }, limits)).toMatchObject({
      refused: 'too-large',
      facts: { what: 'unpacked' },
    })
  })

  test('a directory that lies about the size changes nothing', async () => {
    const bytes = await xlsx({ sheet: times(90, bomb) })
    const declared = Buffer.alloc(4)
    declared.writeUInt32LE(90 * bomb.length)
    let found = 0
    for (let at = bytes.indexOf(declared); at >= 0; at = bytes.indexOf(declared, at + 1)) {
      bytes.writeUInt32LE(1000, at)
      found += 1
    }
    expect(found).toBe(2)
    expect(await refusal(bytes)).toEqual({ refused: 'broken', facts: { reason: 'declared-size' } })
  })

  test('a hundred entries', async () => {
    const more = Array.from({ length: 100 }, (_part, at) => ({ name: `xl/media/${at}`, text: ['x'] }))
    expect(await refusal({ more })).toEqual({ refused: 'too-many-entries', facts: { entries: 104, limit: 50 } })
  })

  test.each(['../evil.xml', '/etc/passwd', 'xl/../../evil', 'C:/evil'])('the entry name %s', async (name) => {
    expect(await refusal({ more: [{ name, text: ['x'] }] })).toMatchObject({
      refused: 'broken',
      facts: { reason: 'entry-name' },
    })
  })

  test('two entries of one name', async () => {
    const more = [{ name: 'XL/Workbook.xml', text: ['x'] }]
    expect(await refusal({ more })).toMatchObject({ refused: 'broken', facts: { reason: 'entry-twice' } })
  })

  test('an encrypted entry', async () => {
    const bytes = await xlsx({ rows: '' })
    const directory = bytes.indexOf(Buffer.from('504b0102', 'hex'))
    bytes.writeUInt16LE(0x0801, directory + 8)
    expect(await refusal(bytes)).toEqual({ refused: 'encrypted', facts: { kind: 'zip' } })
  })

  test('cut off, and garbled anywhere', async () => {
    const bytes = await xlsx({ rows: [...times(100, '<row><c><v>1</v></c></row>')] })
    expect(await refusal(bytes.subarray(0, bytes.length / 2))).toEqual({
      refused: 'broken',
      facts: { reason: 'cut-off' },
    })
    for (let at = 40; at < bytes.length; at += 197) {
      const garbled = Buffer.from(bytes)
      garbled.fill(0xa5, at, at + 8)
      const { refused } = await refusal(garbled)
      expect([
        'broken',
        'nothing',
        'not-a-spreadsheet',
        'encrypted',
        'too-large',
        'ratio',
        'too-many-entries',
      ]).toContain(refused)
    }
  })
})

describe('xml', { timeout: 60_000 }, () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
    { length: 9 },
    (_entity, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`,
  ).join('')}]>`

  test('a DOCTYPE anywhere: sheet, strings, styles, workbook, UTF-16', async () => {
    const doctype = { refused: 'doctype', facts: {} }
    expect(await refusal({ sheet: `<?xml version="1.0"?>${laughs}<worksheet>&lol9;</worksheet>` })).toEqual(doctype)
    const external = '<!DOCTYPE sst SYSTEM "file:///etc/passwd"><sst/>'
    expect(await refusal({ sharedStrings: external })).toEqual(doctype)
    expect(await refusal({ styles: external })).toEqual(doctype)
    expect(await refusal({ workbook: `<!doctype x><workbook/>`.replace('doctype', 'DOCTYPE') })).toEqual(doctype)
  })

  test('entities nobody declared, broken tags and garbage', async () => {
    for (const sheet of ['<worksheet>&lol;</worksheet>', '<worksheet><sheetData></worksheet>', 'PK', '', '\u0000'])
      expect(await refusal({ sheet })).toMatchObject({ refused: 'broken' })
  })

  test('deep nesting', async () => {
    expect(await refusal({ sheet: times(100_000, '<a>') }, { ratio: 1e6 })).toMatchObject({
      refused: 'broken',
      facts: { reason: 'depth' },
    })
  })

  test('one endless attribute, comment or text', async () => {
    const noRatio = { ratio: 1e6 }
    const endless = (start: string) => ({ sheet: [start, ...times(60, bomb)] })
    expect(await refusal(endless('<worksheet a="'), noRatio)).toMatchObject({ refused: 'too-large' })
    expect(await refusal(endless('<!--'), noRatio)).toMatchObject({ refused: 'too-large' })
    expect(await refusal(endless('<!DOCTYPE x ['), noRatio)).toMatchObject({ refused: 'too-large' })
    expect(await refusal({ sharedStrings: ['<sst><si><t>', ...times(60, bomb)] }, noRatio)).toMatchObject({
      refused: 'too-large',
    })
    expect(await refusal({ rows: ['<row><c t="str"><v>', ...times(60, bomb)] }, noRatio)).toMatchObject({
      refused: 'too-large',
    })
  })
})

describe('sheet', { timeout: 60_000 }, () => {
  const noRatio = { ratio: 1e6 }
  test('two million rows', async () => {
    const rows = times(2_000_000, (at) => `<row><c><v>${at}</v></c></row>`)
    expect(await refusal({ rows }, noRatio)).toEqual({ refused: 'too-many-rows', facts: { limit: 100_000 } })
  })

  test('two million empty rows cost nothing and end past the last row', async () => {
    expect(await refusal({ rows: times(2_000_000, '<row/>') }, noRatio)).toMatchObject({
      refused: 'broken',
      facts: { reason: 'row-number' },
    })
  })

  test.each(['0', '1048577', 'NaN', '1.5'])('row number %s', async (number) => {
    expect(await refusal({ rows: `<row r="${number}"><c><v>1</v></c></row>` })).toMatchObject({
      refused: 'broken',
      facts: { reason: 'row-number' },
    })
  })

  test('cells far to the right allocate nothing', async () => {
    const rows = times(50_000, '<row><c r="XFD1"><v>1</v></c></row>')
    expect(await refusal({ rows }, noRatio)).toMatchObject({ refused: 'too-large', facts: { what: 'columns' } })
    const wide = times(50_000, '<row><c r="SF1"><v>1</v></c></row>')
    expect(await refusal({ rows: wide }, noRatio)).toMatchObject({ refused: 'too-large', facts: { what: 'cells' } })
    expect(await refusal({ rows: '<row><c r="XFE1"><v>1</v></c></row>' })).toMatchObject({ refused: 'broken' })
  })

  test('one long shared string referred to by every cell', async () => {
    const sharedStrings = `<sst><si><t>${'长'.repeat(32_000)}</t></si></sst>`
    const rows = times(90_000, '<row><c t="s"><v>0</v></c></row>')
    expect(await refusal({ sharedStrings, rows }, noRatio)).toMatchObject({
      refused: 'too-large',
      facts: { what: 'text' },
    })
  })

  test('a shared string that is not there', async () => {
    for (const index of ['7', '-1', 'length', '1e9', ''])
      expect((await refusal({ rows: `<row><c t="s"><v>${index}x</v></c></row>` })).refused).toBe('broken')
  })
})

describe('limits of the child', { timeout: 60_000 }, () => {
  const slow = { rows: [...times(400_000, (at) => `<row r="1"><c t="str"><f>${at}</f><v></v></c></row>`)] }
  test('it is killed when it takes too long', async () => {
    const start = performance.now()
    expect(await refusal(slow, { seconds: 0.3 })).toEqual({ refused: 'timeout', facts: { seconds: 0.3 } })
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('it is killed when its memory passes the cap, and dies alone when its heap is full', async () => {
    expect(await refusal(slow, { residentMegabytes: 40 })).toMatchObject({ refused: 'memory' })
    const strings = {
      sharedStrings: ['<sst>', ...times(900_000, (at) => `<si><t>${at} is one of many strings</t></si>`)],
    }
    expect(await refusal(strings, { heapMegabytes: 24, ratio: 1e6 })).toMatchObject({ refused: 'memory' })
  })

  test('six at once take turns, and none outlives its call', async () => {
    const book = await xlsx({ rows: '<row><c><v>1</v></c></row>' })
    const reading = Promise.all(Array.from({ length: 6 }, () => refusal(book)))
    await vi.waitFor(() => expect(readers()).toHaveLength(2), { timeout: 5000, interval: 5 })
    expect(await reading).toEqual(Array.from({ length: 6 }, () => ({ refused: 'nothing', rows: 0 })))
    expect(readers()).toEqual([])
  })
})

/** The reading processes that this one has started and that still run. */
function readers(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]
      return (
        Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('spreadsheet/child')
      )
    } catch {
      return false
    }
  })
}

describe('other files', () => {
  const ole = (name: string) => {
    const bytes = Buffer.alloc(1024)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
    Buffer.from(`${name}\0`, 'utf16le').copy(bytes, 640)
    return bytes
  }
  test('a workbook behind a password and an old .xls are told apart', async () => {
    expect(await refusal(ole('EncryptedPackage'))).toEqual({ refused: 'encrypted', facts: { kind: 'xlsx' } })
    expect(await refusal(ole('Workbook'))).toEqual({ refused: 'not-a-spreadsheet', facts: { kind: 'xls' } })
    expect(await refusal(ole('WordDocument'))).toEqual({ refused: 'not-a-spreadsheet', facts: { kind: 'ole' } })
  })

  test('too many bytes are refused before anything starts', async () => {
    expect(await refusal(Buffer.alloc(2_000_000), { fileBytes: 1_000_000 })).toMatchObject({
      refused: 'too-large',
      facts: { what: 'file', bytes: 2_000_000 },
    })
  })
})

test('the sheet of the tests is one an honest reader takes', async () => {
  expect([...sheetOf('x')].join('')).toContain('<sheetData>x</sheetData>')
  expect(await refusal({ rows: '<row><c><v>1</v></c></row><row><c><v>2</v></c></row>' })).toEqual({
    refused: 'nothing',
    rows: 1,
  })
})
