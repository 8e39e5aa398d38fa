import type { LocalText } from '#core/local-text'
import type { Cadence, Handling } from '#core/cadence'
import type { HandInForm } from '#core/form'
import type { Measure } from '#core/indicator'
import type { PeriodKind } from '#core/calendar'
import { Empty } from '#ui/Empty'
import { Sheet } from '#ui/Sheet'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat, type Format } from '#web/format'
import { useRead } from '#web/query'
import { useLocal, useWords, type Say } from '#web/words'
import { routes, type Change } from '../../contract.ts'
import { measureText } from '../../measure-text.ts'
import { cadenceText, handlingLines } from '../cadence-text.ts'
import { figureText } from '../figures.ts'
import { rightName } from './Rights.tsx'

export type DiffSheetProps = { responsibilityId: string; ids: [string, string]; onClose: () => void }

/** What a version says otherwise than another: before on the left, after on the right. */
export function DiffSheet({ responsibilityId, ids: [before, after], onClose }: DiffSheetProps) {
  const t = useWords('responsibilities')
  const compared = useRead(routes.compareVersions, { responsibilityId, before, after })
  const { data } = compared
  return (
    <Sheet
      isOpen
      size="lg"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={data ? t('diff.title', { before: data.before.number, after: data.after.number }) : t('page.compare')}
      description={data && `${data.before.validFrom} → ${data.after.validFrom}`}
    >
      <Await query={compared} shape="lines">
        {({ changes }) => (changes.length === 0 ? <Empty title={t('diff.none')} /> : <DiffTable changes={changes} />)}
      </Await>
    </Sheet>
  )
}

export function DiffTable({ changes }: { changes: readonly Change[] }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const speech = { t, local, format }
  return (
    <table className="w-full table-fixed border-separate border-spacing-0">
      <thead className="text-left text-sm text-muted">
        <tr>
          <th scope="col" className="w-36 pb-2 font-medium">
            <span className="sr-only">{t('fields.name')}</span>
          </th>
          <th scope="col" className="pb-2 pl-2 font-medium">
            {t('diff.old')}
          </th>
          <th scope="col" className="pb-2 pl-2 font-medium">
            {t('diff.new')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={JSON.stringify(change)} className="align-top">
            <th scope="row" className="border-t border-line py-2 pr-2 text-left text-sm font-normal text-muted">
              {change.about && <span className="block font-medium text-text">{local(change.about)}</span>}
              {t(`diff.fields.${change.field}`)}
              <span className="mt-1 block">
                <Tag tone={tones[change.kind]}>{t(`diff.${change.kind}`)}</Tag>
              </span>
            </th>
            <Cell text={spoken(speech, change, change.before, change.after)} look="old" />
            <Cell text={spoken(speech, change, change.after, change.before)} look="new" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ text, look }: { text: string; look: 'old' | 'new' }) {
  const Ins = look === 'old' ? 'del' : 'ins'
  return (
    <td className="border-t border-line py-2 pl-2">
      {text && (
        <Ins
          className={`block rounded-sm px-2 py-1 break-words whitespace-pre-wrap no-underline ${
            look === 'old' ? 'bg-red-soft text-red-text' : 'bg-green-soft text-green-text'
          }`}
        >
          {text}
        </Ins>
      )}
    </td>
  )
}

const tones = { added: 'green', removed: 'red', changed: 'amber' } as const
type Speech = { t: Say; local: (text: LocalText | null | undefined) => string; format: Format }

/** A value of a version as a reader says it. A text that differs in one language only shows all its languages. */
function spoken({ t, local, format }: Speech, change: Change, value: unknown, other: unknown): string {
  if (value === null || value === undefined) return ''
  const { part, field } = change
  if (part === 'indicator' && field === 'indicator') {
    const one = value as { name: LocalText; target: number; unit: string; weightPermille: number }
    return `${local(one.name)} · ${figureText(format, one.target, one.unit)} · ${format.percent(one.weightPermille)}`
  }
  if (part === 'duty' && field === 'duty') {
    const one = value as { name: LocalText; cadence: Cadence }
    return `${local(one.name)} · ${cadenceText(t, one.cadence)}`
  }
  if (part === 'part' && field === 'part') {
    const one = value as { name: LocalText; mode: 'copy'; weightPermille: number }
    return `${local(one.name)} · ${t(`partMode.${one.mode}`)} · ${format.percent(one.weightPermille)}`
  }
  if (part === 'right') return rightName(value as string)
  if (field === 'mode') return t(`partMode.${value as 'copy'}`)
  if (field === 'localTargets' || field === 'targets')
    return (value as { target: number }[]).map(({ target }) => figureText(format, target, change.unit)).join('\n')
  if (part === 'knowledge') return local((value as { title: LocalText }).title)
  if (field === 'target') return figureText(format, value as number, change.unit)
  if (field === 'weightPermille') return format.percent(value as number)
  if (field === 'period') return t(`period.${value as PeriodKind}`)
  if (field === 'direction') return t(`direction.${value as 'up'}`)
  if (field === 'measure') return measureText(value as Measure)
  if (field === 'cadence') return cadenceText(t, value as Cadence)
  if (field === 'handling') return handlingText(t, local, value as Handling)
  if (field === 'form') return t('diff.formFields', { count: (value as HandInForm).fields.length })
  if (Array.isArray(value)) return (value as LocalText[]).map(local).join('\n')
  if (typeof value !== 'object') return String(value)
  const text = value as LocalText
  return local(text) === local(other as LocalText) ? Object.values(text).join('\n') : local(text)
}

function handlingText(t: Say, local: Speech['local'], handling: Handling): string {
  const lines = handlingLines(t, handling)
  const subtasks = handling.subtasks.map((one) => `${local(one.title)}${one.isMandatory ? ' *' : ''}`)
  return [...lines, ...subtasks].join('\n') || t('diff.asUsual')
}
