import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const launcher = join(import.meta.dirname, '../../../bin/remit.mjs')
const directory = mkdtempSync(join(tmpdir(), 'remit-overlap-'))
afterAll(() => rmSync(directory, { recursive: true }))

function remit(table: string | Buffer, ...options: string[]) {
  writeFileSync(join(directory, 'duties.tsv'), table)
  const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, 'overlap', 'duties.tsv', ...options], {
    encoding: 'utf8',
    cwd: directory,
    env: { PATH: process.env['PATH'], LANG: 'en' },
  })
  return { stdout, stderr, status }
}

const table = [
  'id\tunit\tnote\ttext',
  'P1\t生产\t\t负责来料检验，并记录检验结果',
  'P2\t生产\t\t编制生产计划',
  'Q1\t质量\t\t检验来料；记录检验结果。',
  'Q2\t质量\t\tCalibrate the Measuring Equipment',
  'E1\tengineering\t\tmeasuring equipment, calibrate',
  '',
].join('\r\n')

describe('remit overlap', () => {
  test('prints the pairs of different units, best first, each with what they share', () => {
    const { stdout, stderr, status } = remit(`\uFEFF${table}`, '--json')
    const lines = stdout.trimEnd().split('\n')
    expect([status, stderr]).toEqual([0, ''])
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { a: 'P1', b: 'Q1', score: 1, because: ['记录检验结果', '来料', '检验'] },
      { a: 'Q2', b: 'E1', score: 1, because: ['Measuring Equipment', 'Calibrate'] },
    ])
  })
  test('for people: unit, id and text of both', () => {
    const { stdout } = remit(table, '--top', '1')
    expect(stdout).toBe(
      '1.00  生产 P1: 负责来料检验，并记录检验结果\n      质量 Q1: 检验来料；记录检验结果。\n      = 记录检验结果 · 来料 · 检验\n\n',
    )
  })
  test.each([
    ['a\tb', 'names no column "unit"'],
    ['unit\tid\ttext\nA\t1', 'Row 2 has 2 cells, the first row has 3.'],
    ['unit\tid\ttext\nA\t1\tx\ty', 'Row 2 has 4 cells, the first row has only 3.'],
    ['unit\tid\ttext\n\nA\t1\t ', 'Row 3: "text" is empty.'],
    ['unit\tid\ttext\nA\t1\t--', 'Row 2: the text holds no word.'],
    ['unit\tid\ttext\nA\t1\tx\nB\t1\ty', 'Row 3: the id "1" already stands in row 2.'],
    [Buffer.from([0xb0, 0xa1]), 'not a text in UTF-8'],
  ])('%j is refused, and nothing printed', (bad, sentence) => {
    const { stdout, stderr, status } = remit(bad, '--json')
    expect([stdout, status]).toEqual(['', 1])
    expect(stderr).toContain(sentence)
  })
  test.each([['--top', '0'], ['--top', 'x'], ['--least', '2'], ['--wrong']])('%s %s is refused', (...options) => {
    const { stdout, stderr, status } = remit(table, ...options)
    expect([stdout, status]).toEqual(['', 1])
    expect(stderr).toContain('remit overlap FILE.tsv')
  })
})
