import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildWeb } from '../../src/app/build-web.ts'

const output = join(import.meta.dirname, '../../dist/web')

type Chunk = { file: string; imports?: string[]; css?: string[]; isEntry?: boolean }
let chunks: Record<string, Chunk>

beforeAll(async () => {
  await buildWeb()
  chunks = JSON.parse(await readFile(join(output, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
}, 180_000)

/**
 * Gzip KiB of all scripts a browser fetches before it draws: the entry with what it imports, and then the screen.
 * The limits of the entries are those of U2 and U3; the screen is the first one an employee sees.
 */
test.each([
  ['the desk', ['index.html'], 250],
  [
    'the desk with my day',
    ['index.html', 'src/modules/tasks/web/index.tsx', 'src/modules/tasks/web/MyDayScreen.tsx'],
    250,
  ],
  ['the phone', ['m.html'], 130],
  [
    'the phone with my day',
    ['m.html', 'src/modules/tasks/web/index.tsx', 'src/modules/tasks/web/MyDayScreen.tsx'],
    155,
  ],
])('%s stays within its budget', async (name, entries, limit) => {
  const kib = await weightOf(entries)
  console.log(`${name}: ${kib.toFixed(1)} of ${limit} KiB`)
  expect(kib).toBeLessThanOrEqual(limit)
})

test.each([
  ['the grid', 'src/web/ui/DataGrid.tsx'],
  ['zod', 'zod'],
  ['the command palette', 'src/web/ui/CommandPalette.tsx'],
  ['the charts', '@visx'],
])('the phone does not begin with %s', async (_name, part) => {
  const names = [...reach(['m.html'])].map((key) => `${key} ${chunks[key]?.file ?? ''}`)
  expect(names.filter((each) => each.includes(part.replace(/.*\//, '').replace('.tsx', '')))).toEqual([])
})

test('styles know no oklch, for the floor does not, and stay small', async () => {
  const files = (await readdir(join(output, 'assets'))).filter(
    (file) => file.endsWith('.css') && !file.startsWith('kit'),
  )
  const styles = await Promise.all(files.map((file) => readFile(join(output, 'assets', file), 'utf8')))
  const kib = gzipSync(styles.join('\n')).length / 1024
  console.log(`styles: ${kib.toFixed(1)} KiB`)
  expect(styles.join('\n')).not.toMatch(/oklch\(|oklab\(/)
  expect(kib).toBeLessThan(25)
})

test('no page carries a script or style of its own: the content policy would refuse it', async () => {
  for (const page of ['index.html', 'm.html', 'kit.html']) {
    const text = await readFile(join(output, page), 'utf8')
    expect(text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\son[a-z]+=|javascript:/i)
    expect(text).not.toMatch(/(?:src|href)="https?:/)
  }
})

async function weightOf(entries: readonly string[]): Promise<number> {
  const files = new Set([...reach(entries)].map((key) => chunks[key]?.file ?? ''))
  const sizes = await Promise.all(
    [...files]
      .filter((file) => file.endsWith('.js'))
      .map(async (file) => gzipSync(await readFile(join(output, file)), { level: 9 }).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

function reach(entries: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const walk = (key: string) => {
    if (seen.has(key)) return
    const chunk = chunks[key]
    if (!chunk) throw new Error(`the build has no ${key}`)
    seen.add(key)
    for (const next of chunk.imports ?? []) walk(next)
  }
  for (const entry of entries) walk(entry)
  return seen
}
