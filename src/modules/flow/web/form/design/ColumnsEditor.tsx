import { useState } from 'react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { columnComputation, columnKinds, type FormColumn } from '#core/form'
import { Button } from '#ui/Button'
import { Icon } from '#ui/Icon'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { useLanguage, useLocal, useWords } from '#web/words'
import { shifted } from './edit.ts'
import { columnInserts } from './expression-names.ts'
import { FieldFacts } from './FieldFacts.tsx'
import { freeKey } from './keys.ts'
import { freshColumn, kindIcons } from './kinds.ts'

type Columns = readonly FormColumn[]

/** The columns of a table, one opened at a time. */
export function ColumnsEditor({ columns, onChange }: { columns: Columns; onChange: (columns: FormColumn[]) => void }) {
  const t = useWords('flow')
  const local = useLocal()
  const language = useLanguage()
  const [open, setOpen] = useState<string | null>(null)
  const add = (kind: FormColumn['kind']) => {
    const label = { [language]: t(`form.kind.${kind}`) }
    const column = freshColumn(kind, freeKey({}, kind, columns), label)
    setOpen(column.key)
    onChange([...columns, column])
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-label font-medium">{t('form.design.columns')}</legend>
      <ul className="mb-1.5 flex flex-col gap-1.5">
        {columns.map((column, at) => (
          <li key={column.key} className="rounded-lg border border-line">
            <div className="flex items-center gap-0.5 py-0.5 pr-0.5 pl-1">
              <button
                type="button"
                aria-expanded={open === column.key}
                onClick={() => setOpen(open === column.key ? null : column.key)}
                className="flex min-h-control min-w-0 flex-1 items-center gap-1.5 rounded-md px-1.5 text-left hover:bg-hover"
              >
                <Icon as={open === column.key ? ChevronDown : ChevronRight} size={14} className="text-faint" />
                <Icon as={kindIcons[column.kind]} size={16} className="text-muted" />
                <span className="min-w-0 flex-1 truncate">{local(column.label) || column.key}</span>
              </button>
              <IconButton
                icon={ArrowUp}
                label={t('form.design.up')}
                isDisabled={at === 0}
                onPress={() => onChange([...shifted(columns, at, -1)])}
              />
              <IconButton
                icon={ArrowDown}
                label={t('form.design.down')}
                isDisabled={at === columns.length - 1}
                onPress={() => onChange([...shifted(columns, at, 1)])}
              />
              <IconButton
                icon={X}
                label={t('form.design.removeColumn', { name: local(column.label) || column.key })}
                onPress={() => onChange(columns.filter((one) => one !== column))}
              />
            </div>
            {open === column.key && (
              <div className="flex flex-col gap-4 border-t border-line p-3">
                <FieldFacts
                  field={column}
                  kinds={columnKinds}
                  inserts={columnInserts(columns, column, local)}
                  computation={columnComputation(columns, column)}
                  onChange={(next) => onChange(columns.map((one) => (one === column ? next : one)))}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      <Menu
        label={t('form.design.addColumn')}
        groups={[
          {
            items: columnKinds.map((kind) => ({
              id: kind,
              title: t(`form.kind.${kind}`),
              icon: kindIcons[kind],
              onAction: () => add(kind),
            })),
          },
        ]}
      >
        <Button size="sm" variant="soft" icon={Plus} isDisabled={columns.length >= 20}>
          {t('form.design.addColumn')}
        </Button>
      </Menu>
    </fieldset>
  )
}
