import { useState } from 'react'
import { FieldGrid } from '#ui/Field'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { Switch } from '#ui/Switch'
import { TextArea } from '#ui/TextArea'
import { useWords } from '#web/words'
import { commonRoundings } from '../../contract.ts'

type Content = Readonly<Record<string, unknown>>
type Props = {
  kind: string
  content: Content
  faultAt: (key: string) => { errorMessage?: string }
  onChange: (content: Record<string, unknown>) => void
}

/** The figures of a piece of dated data, by its kind. */
export function ContentFields({ kind, content, faultAt, onChange }: Props) {
  const t = useWords('payroll')
  const set = (key: string, value: unknown) => {
    const { [key]: _old, ...others } = content
    onChange(value === undefined ? others : { ...others, [key]: value })
  }
  const field = (key: string, unit: '¥' | '%', digits: number) => {
    const scale = unit === '%' ? 100 : 1
    const { errorMessage } = faultAt(key)
    return (
      <NumberField
        key={key}
        label={t(`parameters.fields.${key}`)}
        {...(unit === '%' ? { unit } : { prefix: unit })}
        minValue={0}
        formatOptions={{ minimumFractionDigits: unit === '¥' ? 2 : 0, maximumFractionDigits: digits }}
        value={content[key] === undefined ? null : Number((Number(content[key]) * scale).toFixed(digits))}
        onChange={(value) =>
          set(
            key,
            value === null ? undefined : unit === '¥' ? value.toFixed(2) : String(Number((value / 100).toFixed(6))),
          )
        }
        {...(errorMessage ? { errorMessage } : {})}
      />
    )
  }
  if (kind === 'tax-tables') return <JsonField content={content} onChange={onChange} />
  if (kind === 'average-wage') return field('month', '¥', 2)
  if (kind === 'minimum-wage')
    return (
      <>
        {field('month', '¥', 2)}
        <Switch
          isRow
          value={content['includesOwnContributions'] === true}
          onChange={(is) => set('includesOwnContributions', is)}
        >
          {t('parameters.fields.includesOwnContributions')}
        </Switch>
      </>
    )
  return (
    <FieldGrid columns={2}>
      {field('floor', '¥', 2)}
      {field('cap', '¥', 2)}
      {field('employee', '%', 4)}
      {field('employer', '%', 4)}
      {(['employeeRounding', 'employerRounding'] as const).map((key) => (
        <Select
          key={key}
          label={t(`parameters.fields.${key}`)}
          options={commonRoundings.map((id) => ({ id, label: t(`setup.roundings.${id}`) }))}
          value={String(content[key] ?? 'fen-half-up')}
          onChange={(id) => set(key, id)}
        />
      ))}
      {field('employeeExtra', '¥', 2)}
    </FieldGrid>
  )
}

/** Tax tables change once in years: they are written as they are kept. */
function JsonField({ content, onChange }: Pick<Props, 'content' | 'onChange'>) {
  const t = useWords('payroll')
  const [text, setText] = useState(() => JSON.stringify(content, null, 2))
  const [isBroken, setBroken] = useState(false)
  return (
    <TextArea
      label={t('parameters.fields.tables')}
      description={t('parameters.tablesNote')}
      rows={12}
      className="font-mono"
      value={text}
      {...(isBroken ? { errorMessage: t('parameters.notJson') } : {})}
      onChange={(next) => {
        setText(next)
        try {
          onChange(JSON.parse(next) as Record<string, unknown>)
          setBroken(false)
        } catch {
          setBroken(true)
        }
      }}
    />
  )
}
