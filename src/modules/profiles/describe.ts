import { cadenceText } from '#core/cadence'
import { pick, type LocalText } from '#core/local-text'
import type { Content, HeldContent, PositionRef } from './content.ts'
import { educationAndSkills } from './describe-requirements.ts'
import { figureText, shareText, type Speech } from './describe-words.ts'
import type { Block } from './shapes.ts'

/** Writes a content down as parts of a document in one language; `note` stands under the title. */
export function describe(content: Content, speech: Speech, note: string): Block[] {
  const { say } = speech
  const sections = [
    overview(content, speech),
    responsibilities(content, speech),
    ...content.duties.filter(isCarried).map((held) => oneDuty(held, speech)),
    worksWith(content, speech),
    educationAndSkills(content.requirements, speech),
    rights(content, speech),
    sources(content, speech),
  ]
  const local = (text: LocalText) => pick(text, speech.language)
  return [{ kind: 'title', text: say('paper.title', { position: local(content.title) }), note }, ...sections.flat()]
}

function overview(content: Content, { say, language }: Speech): Block[] {
  const local = (text: LocalText | null) => pick(text, language)
  const ref = (one: PositionRef) => say('paper.positionIn', { position: local(one.title), unit: local(one.unitName) })
  const facts = [
    { label: say('paper.unit'), value: local(content.unitName) },
    { label: say('paper.code'), value: content.code },
    { label: say('paper.family'), value: local(content.familyName) },
    { label: say('paper.grade'), value: local(content.gradeName) },
    { label: say('paper.reportsTo'), value: content.reportsTo ? ref(content.reportsTo) : say('paper.nobodyAbove') },
    { label: say('paper.headcount'), value: String(content.headcount) },
    ...(content.dotted.length > 0
      ? [{ label: say('paper.dotted'), value: content.dotted.map(ref).join(say('paper.comma')) }]
      : []),
    ...(content.below.length > 0
      ? [{ label: say('paper.below'), value: content.below.map((one) => local(one.title)).join(say('paper.comma')) }]
      : []),
    ...(content.profile ? [{ label: say('paper.profile'), value: local(content.profile.name) }] : []),
  ]
  const summary = local(content.profile?.summary ?? null)
  return [{ kind: 'facts', items: facts }, ...(summary ? [{ kind: 'paragraph' as const, text: summary }] : [])]
}

function responsibilities({ duties }: Content, { say, language }: Speech): Block[] {
  const heading: Block = { kind: 'heading', text: say('paper.responsibilities') }
  if (duties.length === 0) return [heading, { kind: 'paragraph', text: say('paper.noResponsibilities'), isMuted: true }]
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { title: say('paper.responsibility'), share: 3 },
        { title: say('paper.role'), share: 2 },
        { title: say('paper.weight'), align: 'right' },
        { title: say('paper.purpose'), share: 5 },
      ],
      rows: duties.map((held) => [
        pick(held.name, language),
        held.racis.map((raci) => say(`paper.raci.${raci}`)).join(say('paper.comma')),
        held.weightPermille > 0 ? shareText(held.weightPermille) : '',
        pick(held.purpose, language),
      ]),
    },
  ]
}

function oneDuty(held: HeldContent, speech: Speech): Block[] {
  const { say, language } = speech
  const lines = (texts: readonly LocalText[]) => texts.map((text) => pick(text, language))
  const list = (title: string, texts: readonly LocalText[], isNumbered = false): Block[] =>
    texts.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, text: say(title) },
          { kind: 'list', items: lines(texts), isNumbered },
        ]
  return [
    {
      kind: 'heading',
      level: 2,
      text: pick(held.name, language),
      note: [
        held.racis.map((raci) => say(`paper.raci.${raci}`)).join(say('paper.comma')),
        ...(held.weightPermille > 0 ? [say('paper.ofTime', { share: shareText(held.weightPermille) })] : []),
      ].join(' · '),
    },
    ...list('paper.activities', held.activities, true),
    ...regularWork(held, speech),
    ...indicators(held, speech),
    ...list('paper.inputs', held.inputs),
    ...list('paper.outputs', held.outputs),
    ...list('paper.processRules', held.processRules),
    ...list('paper.capabilities', held.capabilities),
  ]
}

function regularWork({ duties }: HeldContent, speech: Speech): Block[] {
  const { say, language } = speech
  if (duties.length === 0) return []
  const hasSteps = duties.some((duty) => duty.steps.length > 0)
  return [
    { kind: 'heading', level: 3, text: say('paper.regularWork') },
    {
      kind: 'table',
      columns: [
        { title: say('paper.duty'), share: 3 },
        { title: say('paper.cadence'), share: 4 },
        ...(hasSteps ? [{ title: say('paper.steps'), share: 5 }] : []),
      ],
      rows: duties.map((duty) => [
        pick(duty.name, language),
        cadenceText(duty.cadence, speech.cadence),
        ...(hasSteps ? [duty.steps.map((step) => pick(step, language)).join('\n')] : []),
      ]),
    },
  ]
}

function indicators({ indicators: all }: HeldContent, speech: Speech): Block[] {
  const { say, language } = speech
  if (all.length === 0) return []
  return [
    { kind: 'heading', level: 3, text: say('paper.indicators') },
    {
      kind: 'table',
      columns: [
        { title: say('paper.indicator'), share: 4 },
        { title: say('paper.target'), share: 2, align: 'right' },
        { title: say('paper.period'), share: 2 },
        { title: say('paper.weight'), share: 1.5, align: 'right' },
      ],
      rows: all.map((one) => [
        pick(one.name, language),
        `${one.direction === 'up' ? '≥' : '≤'} ${figureText(one.target, one.unit)}`,
        say(`paper.periods.${one.period}`),
        shareText(one.weightPermille),
      ]),
    },
  ]
}

function worksWith({ worksWith: all }: Content, { say, language }: Speech): Block[] {
  if (all.length === 0) return []
  return [
    { kind: 'heading', text: say('paper.worksWith') },
    {
      kind: 'table',
      columns: [
        { title: say('paper.unit'), share: 3 },
        { title: say('paper.position'), share: 3 },
        { title: say('paper.about'), share: 4 },
        { title: say('paper.theirRole'), share: 2 },
      ],
      rows: all.map((one) => [
        pick(one.unitName, language),
        pick(one.title, language),
        pick(one.about, language),
        one.racis.map((raci) => say(`paper.raci.${raci}`)).join(say('paper.comma')),
      ]),
    },
  ]
}

function rights({ duties }: Content, { say, right }: Speech): Block[] {
  const all = [...new Set(duties.flatMap((held) => held.rights))].toSorted()
  if (all.length === 0) return []
  return [
    { kind: 'heading', text: say('paper.rights') },
    { kind: 'list', items: all.map(right) },
  ]
}

function sources({ attributions }: Content, { say }: Speech): Block[] {
  if (attributions.length === 0) return []
  return [
    { kind: 'heading', level: 3, text: say('paper.sources') },
    ...attributions.map((text): Block => ({ kind: 'paragraph', text, isMuted: true })),
  ]
}

/** Who is only asked or told does not do the work: it stands in the overview alone. */
function isCarried(held: HeldContent): boolean {
  return held.racis.includes('accountable') || held.racis.includes('responsible')
}
