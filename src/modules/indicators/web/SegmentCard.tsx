import { useState } from 'react'
import { Button } from '#ui/Button'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useLanguage, useWords } from '#web/words'
import { routes, type Segment, type Why } from '../contract.ts'
import { choiceName, fieldName, kindName } from './formula.ts'
import { SegmentFacts } from './SegmentFacts.tsx'
import { SideBars } from './SideBars.tsx'
import { useFigureText } from './use-figure-text.ts'
import type { WhyAsked } from './WhyPanel.tsx'

/** One group that stands out: the sentence, the picture, and the way to its facts. */
export function SegmentCard({ why, segment, asked }: { why: Why; segment: Segment; asked: WhyAsked }) {
  const t = useWords('indicators')
  const language = useLanguage()
  const format = useFormat()
  const figure = useFigureText()
  const [isOpen, setOpen] = useState(false)
  const { kind, words, method } = why
  const part = (share: number) => format.percent(Math.round(share * 1000))
  const text = (value: number) => (method === 'amount' ? figure(value, why.unit) : part(value))
  const conditions = segment.conditions
    .map(({ dimension, value }) => {
      const field = fieldName(kind, dimension, words, language)
      return t('formula.is', { field, values: choiceName(kind, dimension, value, words, language, t) })
    })
    .join(t('formula.and'))
  const sentence = t(`why.sentence.${method}`, {
    kind: kindName(kind, words, language, t),
    share: part(segment.share),
    conditions,
    inside: text(segment.inside.mean),
    outside: text(segment.outside.mean),
  })
  const condition = segment.conditions.map(({ dimension, value }) => `${dimension}=${value}`)
  return (
    <section className="flex flex-col gap-3 rounded-lg border border-line p-4">
      <p className="text-lg font-semibold">{sentence}</p>
      {segment.explained !== null && <p>{t('why.explained', { part: part(Math.min(1, segment.explained)) })}</p>}
      <SideBars
        title={t('why.picture')}
        description={sentence}
        target={why.target}
        format={text}
        columns={[t('why.group'), t('why.facts'), t('why.mean'), t('why.interval')]}
        bars={[
          { name: t('why.inside'), ...segment.inside, isWorse: true },
          { name: t('why.outside'), ...segment.outside, isWorse: false },
        ]}
      />
      <p className="text-sm text-muted">
        {t('why.support', {
          count: segment.inside.count,
          p: segment.p < 0.01 ? `< 1%` : part(segment.p),
          tried: why.tried,
        })}
      </p>
      <div>
        <Button size="sm" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'why.close' : 'why.open')}
        </Button>
      </div>
      {isOpen && <Facts asked={asked} condition={condition} />}
    </section>
  )
}

function Facts({ asked, condition }: { asked: WhyAsked; condition: string[] }) {
  const facts = useRead(routes.readSegmentFacts, {
    ...asked,
    wide: asked.wide ? 'true' : 'false',
    condition,
    limit: 50,
  } as never)
  return (
    <Await query={facts} shape="table">
      {(found) => <SegmentFacts facts={found.facts} words={found.words} />}
    </Await>
  )
}
