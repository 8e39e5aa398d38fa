import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import {
  mostOf,
  type Cell,
  type FormColumn,
  type FormFault,
  type FormField,
  type FormValue,
  type Row,
} from '#core/form'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { usePhone } from '#web/page'
import { useLocal, useWords } from '#web/words'
import { useFaultText } from '../fault-text.ts'
import { CellText } from '../show/CellText.tsx'
import { rowsIn } from '../show/rows.ts'
import { FieldInput } from './FieldInput.tsx'

export type TableInputProps = {
  field: FormField
  value: unknown
  onChange: (value: FormValue) => void
  isRequired: boolean
  faults: readonly FormFault[]
}

/** Rows of cells: a table on the desk, cards on the phone. */
export function TableInput({ field, value, onChange, isRequired, faults }: TableInputProps) {
  const t = useWords('flow')
  const local = useLocal()
  const faultText = useFaultText()
  const isPhone = usePhone()
  const rows = rowsIn(value)
  const columns = field.columns ?? []
  const own = faults.find((fault) => fault.row === undefined)
  const label = local(field.label) || field.key
  const body: BodyProps = {
    columns,
    rows,
    faultAt: (row, column) => {
      const fault = faults.find((one) => one.row === row && one.column === column.key)
      return fault && faultText(fault, column)
    },
    put: (at, key, cell) => onChange(rows.with(at, { ...rows[at], [key]: cell })),
    remove: (at) => onChange(rows.filter((_row, index) => index !== at)),
  }
  const Body = isPhone ? Cards : Table
  return (
    <fieldset className="min-w-0" data-invalid={own ? true : undefined}>
      <legend className="mb-1 text-label font-medium">
        {label}
        {isRequired && (
          <span className="ml-0.5 text-red-text" aria-hidden="true">
            *
          </span>
        )}
      </legend>
      {field.help && <p className="mb-1.5 text-xs text-muted touch:text-sm">{local(field.help)}</p>}
      {rows.length > 0 && <Body {...body} label={label} />}
      <div className="mt-2">
        <Button
          variant={rows.length === 0 ? 'secondary' : 'soft'}
          icon={Plus}
          isBlock={isPhone}
          isDisabled={rows.length >= (field.max ?? mostOf.rows)}
          onPress={() => onChange([...rows, {}])}
        >
          {t('form.table.add')}
        </Button>
      </div>
      {own && (
        <p className="mt-1 text-xs text-red-text touch:text-sm" role="alert">
          {faultText(own, field)}
        </p>
      )}
    </fieldset>
  )
}

type BodyProps = {
  columns: readonly FormColumn[]
  rows: readonly Row[]
  faultAt: (row: number, column: FormColumn) => string | undefined
  put: (row: number, key: string, cell: Cell) => void
  remove: (row: number) => void
}

function Table({ columns, rows, faultAt, put, remove, label }: BodyProps & { label: string }) {
  const t = useWords('flow')
  const local = useLocal()
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-surface">
      <table className="w-full border-separate border-spacing-0" aria-label={label}>
        <thead className="text-sm text-muted">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className="border-b border-line bg-sunken px-2 py-1.5 text-left font-medium whitespace-nowrap"
              >
                {local(column.label) || column.key}
                {column.required && (
                  <span className="ml-0.5 text-red-text" aria-hidden="true">
                    *
                  </span>
                )}
              </th>
            ))}
            <th className="sticky right-0 w-10 border-b border-line bg-sunken">
              <span className="sr-only">{t('form.table.deeds')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Rows have no id: what stands in them comes from the values alone.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at} className="align-top">
              {columns.map((column) => (
                <td key={column.key} className={`px-1.5 py-1.5 ${leastWidth[column.kind]}`}>
                  <CellInput {...{ column, row, at, put }} fault={faultAt(at, column)} hideLabel />
                </td>
              ))}
              <td className="sticky right-0 bg-surface px-1 py-1.5">
                <IconButton
                  icon={X}
                  size="sm"
                  label={t('form.table.remove', { number: at + 1 })}
                  onPress={() => remove(at)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ columns, rows, faultAt, put, remove }: BodyProps) {
  const t = useWords('flow')
  return (
    <ol className="flex flex-col gap-3">
      {rows.map((row, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at} className="rounded-xl border border-line bg-surface p-3.5">
          <div className="mb-2 flex items-center justify-between">
            <span className="text-sm font-medium text-muted">{t('form.table.row', { number: at + 1 })}</span>
            <IconButton icon={X} label={t('form.table.remove', { number: at + 1 })} onPress={() => remove(at)} />
          </div>
          <div className="flex flex-col gap-3">
            {columns.map((column) => (
              <CellInput key={column.key} {...{ column, row, at, put }} fault={faultAt(at, column)} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}

type CellProps = {
  column: FormColumn
  row: Row
  at: number
  put: BodyProps['put']
  fault: string | undefined
  hideLabel?: boolean
}

function CellInput({ column, row, at, put, fault, hideLabel = false }: CellProps) {
  const t = useWords('flow')
  const local = useLocal()
  const value = row[column.key] ?? null
  if (column.kind === 'computed')
    return (
      <div className={hideLabel ? 'flex min-h-control items-center px-1 tabular-nums' : 'flex justify-between gap-3'}>
        {!hideLabel && <span className="text-muted">{local(column.label)}</span>}
        <output className="font-medium tabular-nums">
          <CellText field={column} value={value} />
        </output>
      </div>
    )
  // In a cell the label also tells the row, for whoever hears it.
  const field = hideLabel
    ? { ...column, label: spoken(t('form.table.cell', { label: local(column.label), number: at + 1 })) }
    : column
  return (
    <FieldInput
      field={field}
      value={value}
      onChange={(next) => put(at, column.key, isCell(next) ? next : null)}
      isRequired={column.required}
      hideLabel={hideLabel}
      fault={fault}
    />
  )
}

function isCell(value: FormValue): value is Cell {
  return (
    value === null ||
    typeof value !== 'object' ||
    (Array.isArray(value) && value.every((one) => typeof one === 'string'))
  )
}

function spoken(text: string): FormColumn['label'] {
  return { en: text }
}

const leastWidth: Record<FormColumn['kind'], string> = {
  text: 'min-w-32',
  number: 'min-w-20',
  money: 'min-w-28',
  day: 'min-w-36',
  'yes-no': 'min-w-24',
  choice: 'min-w-28',
  person: 'min-w-36',
  unit: 'min-w-36',
  computed: 'min-w-20',
}
