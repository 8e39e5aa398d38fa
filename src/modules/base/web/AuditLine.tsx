import { useState } from 'react'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button as Plain } from 'react-aria-components/Button'
import { Icon } from '#ui/Icon'
import { SimpleTable } from '#ui/SimpleTable'
import { useFormat } from '#web/format'
import { hasWord, sayIn, useWords } from '#web/words'
import type { AuditRow } from '../contract.ts'
import { differences, shown } from './differences.ts'

/** One line of the audit; opened it shows what changed and where the request came from. */
export function AuditLine({ row }: { row: AuditRow }) {
  const t = useWords('base')
  const f = useFormat()
  const [isOpen, setOpen] = useState(false)
  const changes = differences(row.before, row.after)
  return (
    <li>
      <Plain
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className="grid w-full grid-cols-[1rem_minmax(0,9.5rem)_minmax(0,8rem)_minmax(0,1fr)] items-center gap-x-4 px-4 py-2 text-left -outline-offset-2 data-hovered:bg-hover"
      >
        <Icon as={ChevronRight} className={isOpen ? 'rotate-90 text-muted' : 'text-faint'} />
        <time dateTime={row.at} className="text-muted">
          {f.dateTime(row.at)}
        </time>
        <span className="truncate font-medium">{row.actorName}</span>
        <span className="flex min-w-0 flex-wrap gap-x-3">
          <span>{actionName(row.action)}</span>
          <span className="min-w-0 truncate text-sm text-muted">{row.target}</span>
        </span>
      </Plain>
      {isOpen && (
        <div className="flex flex-col gap-3 px-4 pt-1 pb-4 pl-12">
          {changes.length > 0 && (
            <SimpleTable
              caption={t('screens.audit.changes')}
              rows={changes}
              rowKey={(change) => change.path}
              columns={[
                { title: t('screens.audit.field'), cell: (change) => <code>{change.path}</code>, isRowHeader: true },
                {
                  title: t('screens.audit.before'),
                  cell: (change) => <del className="break-all text-muted">{shown(change.before)}</del>,
                },
                {
                  title: t('screens.audit.after'),
                  cell: (change) => <ins className="break-all no-underline">{shown(change.after)}</ins>,
                },
              ]}
            />
          )}
          <p className="text-sm text-muted">
            {t('screens.audit.from', { address: row.address || '—', request: row.requestId, action: row.action })}
          </p>
        </div>
      )}
    </li>
  )
}

function actionName(action: string): string {
  const dot = action.indexOf('.')
  const [module, key] = [action.slice(0, dot), `actions.${action.slice(dot + 1)}`]
  return hasWord(module, key) ? sayIn(module)(key) : action
}
