import type { Take } from '#core/indicator'
import { SimpleTable, type SimpleColumn } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useHref } from '#web/links'
import { usePhone } from '#web/page'
import { useLanguage, useWords } from '#web/words'
import type { CountedFact, FactWords, FigureDetail } from '../contract.ts'
import { FactParts } from './FactParts.tsx'
import { useFigureText } from './use-figure-text.ts'
import { kindName } from './formula.ts'
import { Photos } from './Photos.tsx'
import { useSourceName } from './use-source-name.ts'
import { ThumbLink } from './ThumbLink.tsx'

type Props = { facts: readonly CountedFact[]; words: FactWords; indicator: FigureDetail['indicator'] }

/** The facts behind a figure: what each is, where it came from, and what it adds. */
export function FactList({ facts, words, indicator }: Props) {
  const t = useWords('indicators')
  const isPhone = usePhone()
  const format = useFormat()
  const columns = useColumns(words, indicator)
  if (!isPhone)
    return (
      <SimpleTable
        caption={t('figure.facts')}
        rows={facts}
        rowKey={(fact) => fact.id}
        columns={columns}
        empty={t('figure.noFacts')}
        isFlush
      />
    )
  if (facts.length === 0) return <p className="px-4 py-6 text-center text-muted">{t('figure.noFacts')}</p>
  const [, what, adds, from, photos] = columns
  return (
    <ul className="divide-y divide-line">
      {facts.map((fact) => (
        <li key={fact.id} className="flex flex-col gap-1 px-4 py-3">
          <span className="flex items-baseline justify-between gap-3">
            <span className="text-sm text-muted">{format.dateTime(fact.happenedAt)}</span>
            {adds?.cell(fact)}
          </span>
          {what?.cell(fact)}
          <span className="text-sm">{from?.cell(fact)}</span>
          {photos?.cell(fact)}
        </li>
      ))}
    </ul>
  )
}

const nothing = { count: 0, sum: 0 }

function useColumns(words: FactWords, indicator: Props['indicator']): SimpleColumn<CountedFact>[] {
  const t = useWords('indicators')
  const language = useLanguage()
  const format = useFormat()
  const text = useFigureText()
  const sourceName = useSourceName()
  const { measure, unit } = indicator
  const added = (one: CountedFact['part'], take: Take) =>
    one === null
      ? '–'
      : take === 'count' || take === 'distinct'
        ? format.number(one.count)
        : text(one.sum, measure.kind === 'ratio' ? '' : unit)
  const adds = (fact: CountedFact) => {
    if (measure.kind === 'formula') return fact.terms.join(', ')
    if (measure.kind === 'figure') return added(fact.part, measure.figure.take)
    return `${added(fact.part ?? nothing, measure.part.take)} ÷ ${added(fact.whole ?? nothing, measure.whole.take)}`
  }
  return [
    {
      title: t('fact.happenedAt'),
      cell: (fact) => <span className="whitespace-nowrap">{format.dateTime(fact.happenedAt)}</span>,
    },
    {
      title: t('fact.what'),
      isRowHeader: true,
      cell: (fact) => (
        <span className="flex flex-wrap items-baseline gap-x-2">
          <What fact={fact} name={kindName(fact.kind, words, language, t)} />
          <FactParts fact={fact} words={words} />
          {fact.reversesId && <Tag tone="amber">{t('fact.reverses')}</Tag>}
          {fact.reversedById && <Tag>{t('fact.reversed')}</Tag>}
          {fact.note && <span className="text-sm text-muted">{fact.note}</span>}
        </span>
      ),
    },
    {
      title: t(`fact.${measure.kind === 'ratio' ? 'addsRatio' : measure.kind === 'formula' ? 'addsTerms' : 'adds'}`),
      align: 'end',
      cell: (fact) => <span className="font-medium whitespace-nowrap">{adds(fact)}</span>,
    },
    {
      title: t('fact.source'),
      cell: (fact) => <span className="whitespace-nowrap text-muted">{sourceName(fact.source)}</span>,
    },
    { title: t('fact.photos'), cell: (fact) => <Photos photos={fact.photos} /> },
  ]
}

/** The name of a fact, leading to the work it tells of where one may see that. */
function What({ fact, name }: { fact: CountedFact; name: string }) {
  const href = useHref()
  const task = fact.taskId ? href('tasks.task', { taskId: fact.taskId }) : undefined
  return task ? <ThumbLink href={task}>{name}</ThumbLink> : name
}
