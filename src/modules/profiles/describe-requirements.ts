import { pick } from '#core/local-text'
import type { Content } from './content.ts'
import type { Speech } from './describe-words.ts'
import type { Block, Requirement } from './shapes.ts'

/** What the position asks for: one table, the musts first. */
export function educationAndSkills(requirements: Content['requirements'], speech: Speech): Block[] {
  const { say } = speech
  if (requirements.length === 0) return []
  return [
    { kind: 'heading', text: say('paper.requirements') },
    {
      kind: 'table',
      columns: [
        { title: say('paper.requirementKind'), share: 2 },
        { title: say('paper.requirement'), share: 5 },
        { title: say('paper.level'), share: 3 },
        { title: say('paper.strength'), share: 2 },
        { title: say('paper.weight'), share: 1.5, align: 'right' },
      ],
      rows: requirements.map((one) => [
        say(`kinds.${one.kind}`),
        thingText(one, speech),
        levelText(one, speech),
        say(`strengths.${one.strength}`),
        one.weight > 0 ? String(one.weight) : '',
      ]),
    },
  ]
}

function thingText(one: Requirement, { say, language }: Speech): string {
  if (one.kind === 'education') return pick(one.field, language) || say('paper.anyField')
  if (one.kind === 'experience') return pick(one.field, language) || say('paper.anyWork')
  return pick(one.name, language)
}

function levelText(one: Requirement, { say, language }: Speech): string {
  if (one.kind === 'education') return say(`educations.${one.level}`)
  if (one.kind === 'experience') return say('paper.years', { count: one.years })
  if (one.kind !== 'skill') return ''
  const level = say('paper.levelOf', { level: Math.round(one.level * 10) / 10 })
  const own = pick(one.levelName, language)
  return own ? say('paper.ownLevel', { own, level }) : level
}
