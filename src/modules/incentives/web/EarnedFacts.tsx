import { Link } from '#ui/Link'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useHref } from '#web/links'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import type { EarnedFact } from '../contract.ts'
import { useTermsText } from './use-terms-text.ts'

type Props = {
  facts: readonly EarnedFact[]
  pieces: number
  kinds: Readonly<Record<string, Record<string, string>>>
}

/** The facts behind an amount, each with what it brought or took back. */
export function EarnedFacts({ facts, pieces, kinds }: Props) {
  const t = useWords('incentives')
  const local = useLocal()
  const format = useFormat()
  const text = useTermsText()
  const href = useHref()
  const isPhone = usePhone()
  const kindOf = (fact: EarnedFact) => local(kinds[fact.kind]) || text.kind(fact.kind)
  const opened = (fact: EarnedFact) => {
    const to = fact.taskId ? href('tasks.task', { taskId: fact.taskId }) : undefined
    return to ? <Link href={to}>{kindOf(fact)}</Link> : kindOf(fact)
  }
  const whatOf = (fact: EarnedFact) =>
    [
      fact.subjectName,
      ...Object.entries(fact.dimensions).map(([name, value]) => text.choice(fact.kind, name, value)),
      ...Object.entries(fact.measures).map(([name, value]) => said(fact, name, value)),
      fact.note,
    ]
      .filter(Boolean)
      .join(' · ')
  const said = (fact: EarnedFact, name: string, value: number) => {
    const isMoney = text.words?.money.includes(`${fact.kind}.${name}`)
    return `${text.field(fact.kind, name)} ${isMoney ? format.money(value) : format.number(value)}`
  }
  const why = (fact: EarnedFact) =>
    fact.why === 'earned' ? null : <Tag tone={fact.why === 'returned' ? 'red' : 'amber'}>{t(`why.${fact.why}`)}</Tag>
  const rest = pieces > facts.length && <p className="text-sm text-muted">{t('mine.more', { count: facts.length })}</p>
  if (isPhone)
    return (
      <>
        <ul className="flex flex-col divide-y divide-line">
          {facts.map((fact) => (
            <li key={fact.factId} className="flex items-start justify-between gap-3 py-2">
              <span className="flex min-w-0 flex-col">
                <span>
                  {opened(fact)} {why(fact)}
                </span>
                <span className="text-sm text-muted">
                  {format.shortDay(fact.day)} {whatOf(fact)}
                </span>
              </span>
              <span className="tabular-nums">{format.money(fact.fen)}</span>
            </li>
          ))}
        </ul>
        {rest}
      </>
    )
  return (
    <>
      <SimpleTable
        caption={t('mine.facts')}
        rows={facts}
        rowKey={(fact) => fact.factId}
        columns={[
          { title: t('facts.day'), isRowHeader: true, cell: (fact) => format.day(fact.day) },
          { title: t('facts.kind'), cell: opened },
          { title: t('facts.what'), cell: whatOf },
          { title: '', cell: why },
          { title: t('facts.amount'), align: 'end', cell: (fact) => format.money(fact.fen) },
        ]}
      />
      {rest}
    </>
  )
}
