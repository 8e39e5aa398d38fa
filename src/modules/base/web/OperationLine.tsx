import { useState } from 'react'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button as Plain } from 'react-aria-components/Button'
import { Icon } from '#ui/Icon'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { useWords } from '#web/words'
import type { Operation } from './open-api.ts'

/** One route; opened it shows what it takes and what it answers. */
export function OperationLine({ operation }: { operation: Operation }) {
  const t = useWords('base')
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <Plain
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-left -outline-offset-2 data-hovered:bg-hover"
      >
        <Icon as={ChevronRight} className={isOpen ? 'rotate-90 text-muted' : 'text-faint'} />
        <span className="w-16 shrink-0">
          <Tag tone={tones[operation.method] ?? 'gray'}>{operation.method}</Tag>
        </span>
        <code className="min-w-0 flex-1 break-all">{operation.path}</code>
        <span className="text-sm text-muted">{operation.permission}</span>
      </Plain>
      {isOpen && (
        <div className="flex flex-col gap-3 px-4 pt-1 pb-4 pl-11">
          {operation.fields.length > 0 && (
            <SimpleTable
              caption={t('screens.apiDocs.input')}
              showCaption
              rows={operation.fields}
              rowKey={(field) => `${field.place} ${field.name}`}
              columns={[
                { title: t('screens.apiDocs.field'), cell: (field) => <code>{field.name}</code>, isRowHeader: true },
                { title: t('screens.apiDocs.place'), cell: (field) => field.place },
                { title: t('screens.apiDocs.type'), cell: (field) => <code className="break-all">{field.type}</code> },
                { title: t('screens.apiDocs.required'), cell: (field) => field.isRequired && t('screens.yes') },
              ]}
            />
          )}
          <div>
            <p className="text-sm text-muted">{t('screens.apiDocs.answer')}</p>
            <code className="block rounded-md bg-sunken px-3 py-2 break-words">{operation.answer}</code>
          </div>
        </div>
      )}
    </li>
  )
}

const tones: Readonly<Record<string, 'sky' | 'green' | 'amber' | 'violet' | 'red'>> = {
  GET: 'sky',
  POST: 'green',
  PUT: 'amber',
  PATCH: 'violet',
  DELETE: 'red',
}
