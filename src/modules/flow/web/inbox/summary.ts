import { useFormat, type Format } from '#web/format'
import { useLocal, useWords, type Say } from '#web/words'
import type { InboxRow } from '../../contract.ts'

/** The line below a title: `Days: 3 · Amount: ¥1,200.00`. */
export function useSummary(row: Pick<InboxRow, 'summary' | 'labels'>): string {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  return row.summary
    .map(({ field, kind, value }) => [local(row.labels[field]), plainValue(value, kind, t, f, local)])
    .filter(([, text]) => text !== '')
    .map(([label, text]) => t('inbox.pair', { label, text }))
    .join(' · ')
}

type Local = ReturnType<typeof useLocal>

/** A value of a form in a few words. */
export function plainValue(value: unknown, kind: string, t: Say, f: Format, local: Local): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return t(value ? 'inbox.yes' : 'inbox.no')
  if (typeof value === 'number') return kind === 'money' ? f.money(value) : f.number(value)
  if (typeof value === 'string') {
    if (kind === 'day') return f.day(value)
    return kind === 'day-time' ? value.replace('T', ' ') : value
  }
  if (Array.isArray(value)) return listed(value, kind, t, f, local)
  return objectText(value as Record<string, unknown>, t, f, local)
}

function listed(value: readonly unknown[], kind: string, t: Say, f: Format, local: Local): string {
  if (kind === 'table') return t('inbox.rows', { count: value.length })
  if (kind === 'file' || kind === 'photo') return t('inbox.files', { count: value.length })
  return value.map((one) => plainValue(one, kind, t, f, local)).join(t('inbox.comma'))
}

function objectText(value: Record<string, unknown>, t: Say, f: Format, local: Local): string {
  const { from, until, label, name, text } = value
  if (typeof from === 'string' && typeof until === 'string')
    return from === until ? f.shortDay(from) : t('inbox.span', { from: f.shortDay(from), until: f.shortDay(until) })
  const said = [label, name, text].find((one) => typeof one === 'string')
  if (typeof said === 'string') return said
  // What is called in several languages.
  return Object.values(value).every((one) => typeof one === 'string') ? local(value as Record<string, string>) : ''
}
