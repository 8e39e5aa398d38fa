import type { FormColumn, FormField } from '#core/form'
import { MoneyField } from '#ui/MoneyField'
import { NumberField } from '#ui/NumberField'
import { useWords } from '#web/words'

type Field = FormField | FormColumn
type Bounds = { min?: number; max?: number }

/** Least and most: of the figure, of the characters, of the rows or of the things, as the kind has it. */
export function BoundsFields({ field, onChange }: { field: Field; onChange: (bounds: Bounds) => void }) {
  const t = useWords('flow')
  const what = boundsOf(field)
  if (!what) return null
  const set = (side: 'min' | 'max', value: number | null) => {
    const next: Bounds = { min: field.min, max: field.max, [side]: value ?? undefined }
    onChange({
      ...(next.min === undefined ? {} : { min: next.min }),
      ...(next.max === undefined ? {} : { max: next.max }),
    })
  }
  const sides = what === 'length' ? (['max'] as const) : (['min', 'max'] as const)
  return (
    <div className="grid grid-cols-2 gap-3">
      {sides.map((side) => {
        const label = t(`form.design.${what}.${side}`)
        if (what === 'amount')
          return (
            <MoneyField key={side} label={label} valueFen={field[side] ?? null} onChangeFen={(fen) => set(side, fen)} />
          )
        return (
          <NumberField
            key={side}
            label={label}
            value={field[side] ?? null}
            {...(what === 'value' ? {} : { minValue: 0, step: 1 })}
            onChange={(value) => set(side, value)}
          />
        )
      })}
    </div>
  )
}

function boundsOf({ kind, many }: Field): 'value' | 'amount' | 'length' | 'count' | 'rows' | undefined {
  if (kind === 'number') return 'value'
  if (kind === 'money') return 'amount'
  if (kind === 'text' || kind === 'long-text') return 'length'
  if (kind === 'table') return 'rows'
  if (kind === 'file' || kind === 'photo') return 'count'
  return many && (kind === 'choice' || kind === 'person' || kind === 'unit') ? 'count' : undefined
}
