import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { MoneyField } from '#ui/MoneyField'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'

type Amounts = Readonly<Record<string, string>>

/** Fixed amounts by the name formulas use: a row each. Rows without a name are not kept. */
export function AmountRows({ amounts, onChange }: { amounts: Amounts; onChange: (amounts: Amounts) => void }) {
  const t = useWords('payroll')
  const [rows, setRows] = useState(() => Object.entries(amounts).map(([name, value]) => ({ name, value })))
  const write = (next: typeof rows) => {
    setRows(next)
    onChange(Object.fromEntries(next.filter(({ name }) => name !== '').map(({ name, value }) => [name, value])))
  }
  const patch = (at: number, change: Partial<(typeof rows)[number]>) =>
    write(rows.map((row, place) => (place === at ? { ...row, ...change } : row)))
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-label font-medium">{t('terms.amounts')}</legend>
      {rows.map((row, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is known by its place until it has a name
        <div key={at} className="flex items-end gap-2">
          <TextField
            label={t('terms.amountName')}
            className="flex-1"
            value={row.name}
            onChange={(name) => patch(at, { name: name.trim().toLowerCase() })}
          />
          <MoneyField
            label={t('terms.amount')}
            className="w-40"
            valueFen={Math.round(Number(row.value) * 100)}
            onChangeFen={(fen) => patch(at, { value: ((fen ?? 0) / 100).toFixed(2) })}
          />
          <IconButton
            icon={Trash2}
            label={t('terms.removeAmount')}
            onPress={() => write(rows.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <span>
        <Button size="sm" icon={Plus} onPress={() => setRows([...rows, { name: '', value: '0.00' }])}>
          {t('terms.addAmount')}
        </Button>
      </span>
      <p className="text-sm text-muted">{t('terms.amountsNote')}</p>
    </fieldset>
  )
}
