import type { Card, Paint, Tone } from '#core/chart'
import { pick } from '#core/local-text'
import type { ChartMark, ChartNode } from './contract/chart.ts'
import { personName } from './person-name.ts'

export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string
export type Colour = { readonly tone: Tone; readonly text: string }

/** What the box of a node says. `say` speaks the words of this module in `language`. */
export function cardOf(node: ChartNode, say: Say, language: string, colour?: Colour): Card {
  return {
    title: pick(node.title, language),
    ...linesOf(node, say, language),
    figure: colour ? colour.text : figureOf(node, say),
    edge: edgeOf(node),
    ...(colour ? { tone: colour.tone } : {}),
    ...(node.mark ? { mark: { word: say(`screens.chart.marks.${node.mark}`), tone: markTones[node.mark] } } : {}),
    isGone: node.mark === 'removed',
  }
}

/** The same for who hears it: title, who sits there, vacancies, and how it differs. */
export function spokenOf(node: ChartNode, say: Say, language: string, colour?: Colour): string {
  const card = cardOf(node, say, language, colour)
  const seats =
    node.kind !== 'person' && node.headcount > node.seated
      ? say('screens.chart.missing', { count: node.headcount - node.seated })
      : ''
  return [card.title, card.line, card.note, colour?.text ?? '', seats, card.mark?.word ?? '', ...(node.changes ?? [])]
    .filter((part) => part !== '')
    .join(say('screens.chart.comma'))
}

export const markTones: Readonly<Record<ChartMark, Tone>> = {
  added: 'green',
  removed: 'red',
  moved: 'violet',
  changed: 'sky',
}

function linesOf(node: ChartNode, say: Say, language: string): Pick<Card, 'line' | 'note' | 'isVacant'> {
  const names = namesOf(node, say, language)
  if (node.kind === 'unit') {
    const kind = node.unitKind ? say(`unitKinds.${node.unitKind}`) : ''
    // who leads a unit without a leading position of its own is no vacancy: it is led from above
    const none = node.parentId === null ? '' : say('screens.chart.noLead')
    return { line: names || none, note: kind, isVacant: false }
  }
  const note = pick(node.note, language)
  if (node.kind === 'person') return { line: note, note: pick(node.unitName, language), isVacant: false }
  const isVacant = node.people.length === 0 && node.headcount > 0
  return { line: isVacant ? say('screens.chart.vacant') : names, note, isVacant }
}

function namesOf({ people }: ChartNode, say: Say, language: string): string {
  const shown = people.slice(0, 2).map((person) => {
    const name = personName(person, language)
    return person.kind === 'main' ? name : say(`screens.chart.${person.kind}`, { name })
  })
  const names = shown.join(say('screens.chart.comma'))
  return people.length > 2 ? say('screens.chart.andMore', { names, count: people.length - 2 }) : names
}

function figureOf(node: ChartNode, say: Say): string {
  if (node.kind === 'person') return node.headcount > 1 ? say('screens.chart.seats', { count: node.headcount }) : ''
  return `${node.seated}/${node.headcount}`
}

function edgeOf(node: ChartNode): Paint {
  if (node.kind === 'unit') return unitEdges[node.unitKind ?? 'department']
  return node.isLead ? 'primary' : 'line-strong'
}

const unitEdges: Readonly<Record<NonNullable<ChartNode['unitKind']>, Paint>> = {
  group: 'primary',
  company: 'primary',
  branch: 'violet',
  department: 'teal',
  workshop: 'sky',
  team: 'gray',
}
