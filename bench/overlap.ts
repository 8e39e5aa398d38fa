import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexStatements, pairsOf, similarTo } from '#core/overlap'
import { figure, quantile, type Figure } from './measure.ts'
import { plainTfIdf } from './overlap-baseline.ts'
import { hasOnet, positionsOfOnet, tasksOfOnet, type Known } from './overlap-truth.ts'
import type { Place } from './place.ts'

const launcher = join(import.meta.dirname, '../bin/remit.mjs')

/** Overlap on O*NET beside plain TF-IDF: what is found, how fast, in how much memory. */
export async function benchOverlap(place: Place): Promise<Figure[]> {
  if (!hasOnet) {
    process.stdout.write('- overlap: skipped, ../shared/data/onet is not there\n')
    return []
  }
  const tasks = tasksOfOnet()
  const times = [timeOfAll(place, tasks), timeOf5000(tasks), timeOfOne(tasks)]
  const memory = process.resourceUsage().maxRSS / 1024
  return [
    ...times.flat(),
    figure('all pairs of 18,796 statements, peak memory of the whole bench', memory, 'MB', { atMost: 1500 }),
    ...foundTasks(tasks),
    ...foundPositions(positionsOfOnet()),
    copies(tasks),
  ]
}

function timeOfAll(place: Place, tasks: readonly Known[]): Figure[] {
  const file = join(place.directory, 'onet.tsv')
  writeFileSync(file, ['unit\tid\ttext', ...tasks.map(({ unit, id, text }) => `${unit}\t${id}\t${text}`)].join('\n'))
  const began = performance.now()
  const { stdout } = spawnSync(process.execPath, [launcher, 'overlap', file, '--json'], { maxBuffer: 2 ** 28 })
  const wall = (performance.now() - began) / 1000
  const before = process.cpuUsage()
  const pairs = pairsOf(indexStatements(tasks), { least: 0.4 })
  const bands = Object.fromEntries(
    [0.4, 0.6, 0.8].map((least) => [least, pairs.filter((p) => p.score >= least).length]),
  )
  if (stdout.toString().split('\n').length !== pairs.length + 1) throw new Error('the command printed other pairs')
  return [
    figure(
      'remit overlap --json on 18,796 statements',
      wall,
      's',
      { atMost: 90 },
      { cpuSecondsOfEngine: cpu(before), pairs: bands },
    ),
  ]
}

function timeOf5000(tasks: readonly Known[]): Figure {
  const some = tasks.filter((_task, at) => at % 3 === 0).slice(0, 5000)
  const before = process.cpuUsage()
  pairsOf(indexStatements(some), { least: 0.4 })
  return figure('all pairs of 5,000 statements', cpu(before), 'CPU s', { atMost: 15 })
}

function timeOfOne(tasks: readonly Known[]): Figure {
  const index = indexStatements(tasks)
  const millis = sample(tasks, 1000).map(({ text, unit }) => {
    const began = performance.now()
    similarTo(index, text, { least: 0.4, top: 10, exceptUnit: unit })
    return performance.now() - began
  })
  return figure(
    'one statement against 18,796, p95',
    quantile(millis, 0.95),
    'ms',
    { atMost: 20 },
    { median: quantile(millis, 0.5) },
  )
}

/** Judged only among what the truth knows: occupations 11 to 39. Over all, a right answer from 41 to 53 counts as wrong. */
function foundTasks(tasks: readonly Known[]): Figure[] {
  const known = tasks.filter((task) => task.truth.size > 0)
  const asked = sample(known, 3000)
  const all = sample(known, 1500)
  const own = judge(asked, overlapOf(known))
  const plain = judge(asked, plainOf(known))
  return [
    figure(
      'same work among tasks, P@1',
      own.first,
      '%',
      { atLeast: 27 },
      { ...own, plain, amongAllTasks: judge(all, overlapOf(tasks)), plainAmongAllTasks: judge(all, plainOf(tasks)) },
    ),
  ]
}

function foundPositions(positions: readonly Known[]): Figure[] {
  const asked = positions.filter((position) => position.truth.size > 0)
  const own = judge(asked, overlapOf(positions))
  const plain = judge(asked, plainOf(positions))
  const detail = { plain, amongJudged: judge(asked, overlapOf(asked)) }
  return [
    figure('related positions by their tasks, P@1', own.first, '%', { atLeast: 75 }, detail),
    figure('related positions by their tasks, R@10', own.recall, '%', { atLeast: 45 }, detail),
  ]
}

type Find = (asked: Known) => string[]

function overlapOf(among: readonly Known[]): Find {
  const index = indexStatements(among)
  return ({ text, unit }) =>
    similarTo(index, text, { least: 0.001, top: 10, exceptUnit: unit }).map(({ at }) => among[at]?.id ?? '')
}

function plainOf(among: readonly Known[]): Find {
  const find = plainTfIdf(among.map(({ text }) => text))
  const places = new Map(among.map(({ id }, at) => [id, at]))
  return ({ id, unit }) =>
    find(places.get(id) ?? 0, 10, (other) => among[other]?.unit === unit).map((at) => among[at]?.id ?? '')
}

/** P@1, P@5 and R@10 in percent. */
function judge(asked: readonly Known[], find: Find) {
  let first = 0
  let five = 0
  let recall = 0
  for (const one of asked) {
    const hits = find(one).map((id) => one.truth.has(id))
    if (hits[0]) first += 1
    five += hits.slice(0, 5).filter(Boolean).length / 5
    recall += hits.filter(Boolean).length / one.truth.size
  }
  const percent = (sum: number) => Math.round((sum / asked.length) * 1000) / 10
  return { first: percent(first), five: percent(five), recall: percent(recall) }
}

/** Copies with reordered words, other punctuation, case and width, in another unit: each must be found with score 1. */
function copies(tasks: readonly Known[]): Figure {
  const asked = sample(tasks, 2000)
  const index = indexStatements(tasks)
  const found = asked.filter(({ id, text }) =>
    similarTo(index, rewritten(text), { least: 0.999, top: 1000 }).some(({ at }) => tasks[at]?.id === id),
  )
  return figure('copies with reordered words and other punctuation found', (100 * found.length) / asked.length, '%', {
    atLeast: 100,
  })
}

function rewritten(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const turned = words.map((_word, at) => words[(at * 7 + 3) % words.length] ?? '')
  const all = new Set(turned).size === new Set(words).size ? turned : words.toReversed()
  return all.map((word, at) => (at % 3 === 0 ? word.toUpperCase() : word)).join('， ')
}

function sample<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count)
  return Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)] as T)
}

function cpu(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return Math.round((user + system) / 1000) / 1000
}
