import { useMemo } from 'react'
import { PersonName } from '#screens/organisation'
import { Button } from '#ui/Button'
import type { GridColumn } from '#ui/DataGrid'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { Link, useHref } from '#web/links'
import { useMay } from '#web/session'
import { useLanguage, useLocal, useWords } from '#web/words'
import type { Fact, FactWords } from '../contract.ts'
import { FactParts } from './FactParts.tsx'
import { kindName } from './formula.ts'
import { useSourceName } from './use-source-name.ts'

/** The columns of the page of facts; `onReverse` takes one back and `onCorrect` states it anew, for who may. */
export function useFactColumns(
  words: FactWords,
  onReverse: (fact: Fact) => void,
  onCorrect: (fact: Fact) => void,
): GridColumn<Fact>[] {
  const t = useWords('indicators')
  const local = useLocal()
  const language = useLanguage()
  const format = useFormat()
  const sourceName = useSourceName()
  const href = useHref()
  const mayCorrect = useMay()('indicators.correct')
  return useMemo(
    () => [
      {
        id: 'happenedAt',
        title: t('fact.happenedAt'),
        widthPx: 150,
        pin: 'start',
        cell: (fact) => format.dateTime(fact.happenedAt),
      },
      {
        id: 'kind',
        title: t('fact.kind'),
        widthPx: 170,
        cell: (fact) => {
          const to = fact.taskId ? href('tasks.task', { taskId: fact.taskId }) : undefined
          const name = kindName(fact.kind, words, language, t)
          return to ? <Link href={to}>{name}</Link> : name
        },
      },
      {
        id: 'person',
        title: t('fact.person'),
        widthPx: 130,
        cell: (fact) => (fact.personId ? <PersonName id={fact.personId} name={fact.personName ?? ''} /> : '–'),
      },
      { id: 'unit', title: t('board.unit'), widthPx: 150, cell: (fact) => local(fact.unitName) || '–' },
      {
        id: 'responsibility',
        title: t('fact.responsibility'),
        widthPx: 170,
        cell: (fact) => local(fact.responsibilityName) || '–',
      },
      { id: 'subject', title: t('fact.subject'), widthPx: 150, hidden: true, cell: (fact) => fact.subjectName ?? '–' },
      { id: 'parts', title: t('fact.says'), widthPx: 320, cell: (fact) => <FactParts fact={fact} words={words} /> },
      {
        id: 'state',
        title: t('fact.state'),
        widthPx: 200,
        cell: (fact) =>
          fact.reversesId ? (
            <Tag tone="amber">{fact.note ? `${t('fact.reverses')} · ${fact.note}` : t('fact.reverses')}</Tag>
          ) : fact.reversedById ? (
            <Tag>{t('fact.reversed')}</Tag>
          ) : (
            ''
          ),
      },
      { id: 'source', title: t('fact.source'), widthPx: 150, cell: (fact) => sourceName(fact.source) },
      {
        id: 'recordedAt',
        title: t('fact.recordedAt'),
        widthPx: 150,
        hidden: true,
        cell: (fact) => format.dateTime(fact.recordedAt),
      },
      { id: 'key', title: t('fact.key'), widthPx: 200, hidden: true, cell: (fact) => fact.sourceKey },
      ...(mayCorrect
        ? [
            {
              id: 'reverse',
              title: t('fact.reverse'),
              widthPx: 210,
              pin: 'end' as const,
              cell: (fact: Fact) =>
                fact.reversesId || fact.reversedById ? null : (
                  <>
                    <Button size="sm" variant="quiet" onPress={() => onCorrect(fact)}>
                      {t('fact.correct')}
                    </Button>
                    <Button size="sm" variant="quiet" onPress={() => onReverse(fact)}>
                      {t('fact.reverse')}
                    </Button>
                  </>
                ),
            },
          ]
        : []),
    ],
    [t, local, language, format, sourceName, href, mayCorrect, words, onReverse, onCorrect],
  )
}
