import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { defaultLimits, refusalOf, type SpreadsheetLimits } from './table.ts'
import { xlsx } from './xlsx-for-tests.ts'
import { zipEntries } from './zip-entries.ts'

/** Reads a sheet of 20 MB that claims 1000 bytes, with yauzl's own check of the claim switched off. */
async function unpack(changed: Partial<SpreadsheetLimits>) {
  const bytes = await xlsx({ sheet: Array.from({ length: 20 }, () => '0'.repeat(1_000_000)) })
  const declared = Buffer.alloc(4)
  declared.writeUInt32LE(20_000_000)
  for (let at = bytes.indexOf(declared); at >= 0; at = bytes.indexOf(declared, at + 1)) bytes.writeUInt32LE(1000, at)
  const file = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: false })
  const entries = await zipEntries(file, { ...defaultLimits, ...changed })
  let unpackedBytes = 0
  try {
    for await (const chunk of entries.read('xl/worksheets/sheet1.xml')) unpackedBytes += chunk.length
  } catch (error) {
    return { ...refusalOf(error), unpackedBytes }
  }
  return { refused: 'nothing', unpackedBytes }
}

test('what comes out is counted, whatever the directory claims', async () => {
  expect(await unpack({ ratio: 1e6 })).toEqual({ refused: 'nothing', unpackedBytes: 20_000_000 })
  const byRatio = await unpack({})
  expect(byRatio).toMatchObject({ refused: 'ratio', facts: { limit: 100 } })
  expect(byRatio.unpackedBytes).toBeLessThan(5_000_000)
  const bySize = await unpack({ ratio: 1e6, unpackedBytes: 3_000_000 })
  expect(bySize).toMatchObject({ refused: 'too-large', facts: { what: 'unpacked', limit: 3_000_000 } })
  expect(bySize.unpackedBytes).toBeLessThanOrEqual(3_000_000)
})
