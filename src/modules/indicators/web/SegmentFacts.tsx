import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { useHref } from '#web/links'
import { useLanguage, useWords } from '#web/words'
import type { Fact, FactWords } from '../contract.ts'
import { FactParts } from './FactParts.tsx'
import { kindName } from './formula.ts'
import { Photos } from './Photos.tsx'
import { ThumbLink } from './ThumbLink.tsx'

/** Facts as they are, without what they add: of a group, or that came too late. */
export function SegmentFacts({ facts, words }: { facts: readonly Fact[]; words: FactWords }) {
  const t = useWords('indicators')
  const language = useLanguage()
  const format = useFormat()
  const href = useHref()
  return (
    <SimpleTable
      caption={t('figure.facts')}
      rows={facts}
      rowKey={(fact) => fact.id}
      empty={t('figure.noFacts')}
      columns={[
        { title: t('fact.happenedAt'), cell: (fact) => format.dateTime(fact.happenedAt) },
        {
          title: t('fact.what'),
          isRowHeader: true,
          cell: (fact) => {
            const name = kindName(fact.kind, words, language, t)
            const to = fact.taskId ? href('tasks.task', { taskId: fact.taskId }) : undefined
            return (
              <span className="flex flex-wrap items-baseline gap-x-2">
                {to ? <ThumbLink href={to}>{name}</ThumbLink> : name}
                <FactParts fact={fact} words={words} />
              </span>
            )
          },
        },
        { title: t('fact.person'), cell: (fact) => fact.personName ?? '' },
        { title: t('fact.photos'), cell: (fact) => <Photos photos={fact.photos} /> },
      ]}
    />
  )
}
