import type { Basis } from '#core/incentive'
import { routes as responsibilities } from '#contract/responsibilities'
import { FieldGrid } from '#ui/Field'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { TextField } from '#ui/TextField'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { Filters } from './Filters.tsx'
import { useTermsText } from './use-terms-text.ts'
import { ResponsibilityPicker } from './WhoFields.tsx'

type Facts = Extract<Basis, { kind: 'facts' }>
type Props = { value: Basis; onChange: (next: Basis) => void }

const freshFacts: Facts = {
  kind: 'facts',
  take: 'count',
  fact: '',
  isFen: false,
  where: [],
  sharing: { kind: 'actor' },
}

/** What is counted: facts of a kind, or an indicator of a responsibility. */
export function BasisFields({ value, onChange }: Props) {
  const t = useWords('incentives')
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={t('form.basis')}
        look="segments"
        isRow
        options={(['facts', 'indicator'] as const).map((id) => ({ id, label: t(`basis.${id}`) }))}
        value={value.kind}
        onChange={(kind) => onChange(kind === 'indicator' ? { kind, responsibilityId: '', key: '' } : freshFacts)}
      />
      {value.kind === 'facts' ? (
        <FactFields value={value} onChange={onChange} />
      ) : (
        <IndicatorFields value={value} onChange={onChange} />
      )}
    </div>
  )
}

function FactFields({ value, onChange }: { value: Facts; onChange: (next: Facts) => void }) {
  const t = useWords('incentives')
  const local = useLocal()
  const { words } = useTermsText()
  const set = (part: Partial<Facts>) => onChange({ ...value, ...part })
  const fields = Object.keys(words?.fields ?? {})
    .filter((name) => name.startsWith(`${value.fact}.`))
    .map((name) => ({ id: name.slice(value.fact.length + 1), label: local(words?.fields[name]) }))
  const kinds = Object.entries(words?.kinds ?? {}).map(([id, name]) => ({ id, label: local(name) || id }))
  const of = { label: t(value.take === 'distinct' ? 'form.dimension' : 'form.measure'), isRequired: true }
  const setOf = (name: string) => set({ of: name, isFen: words?.money.includes(`${value.fact}.${name}`) ?? false })
  return (
    <>
      <FieldGrid columns={2}>
        <Select
          label={t('form.fact')}
          isRequired
          options={kinds}
          value={value.fact || null}
          onChange={(fact) => onChange({ ...freshFacts, take: value.take, fact: fact ?? '' })}
        />
        <Select
          label={t('form.take')}
          options={(['count', 'sum', 'average', 'distinct'] as const).map((id) => ({ id, label: t(`take.${id}`) }))}
          value={value.take}
          onChange={(take) => {
            const { of: _of, ...rest } = value
            onChange({ ...rest, take: (take ?? 'count') as Facts['take'], isFen: false })
          }}
        />
        {value.take !== 'count' &&
          (fields.length > 0 ? (
            <Select {...of} options={fields} value={value.of ?? null} onChange={(name) => setOf(name ?? '')} />
          ) : (
            <TextField {...of} value={value.of ?? ''} onChange={setOf} />
          ))}
        <Select
          label={t('form.sharing')}
          options={(['actor', 'equal', 'named'] as const).map((id) => ({ id, label: t(`sharing.${id}`) }))}
          value={value.sharing.kind}
          onChange={(kind) =>
            set({
              sharing: kind === 'equal' || kind === 'named' ? { kind, dimension: 'with' } : { kind: 'actor' },
            })
          }
        />
        {value.sharing.kind !== 'actor' && (
          <TextField
            label={t('form.sharingField')}
            description={t(`sharing.${value.sharing.kind}Hint`)}
            value={value.sharing.dimension}
            onChange={(dimension) =>
              value.sharing.kind !== 'actor' && set({ sharing: { ...value.sharing, dimension } })
            }
          />
        )}
      </FieldGrid>
      <Filters fact={value.fact} fields={fields} value={value.where} onChange={(where) => set({ where })} />
    </>
  )
}

type Indicator = Extract<Basis, { kind: 'indicator' }>

function IndicatorFields({ value, onChange }: { value: Indicator; onChange: (next: Indicator) => void }) {
  const t = useWords('incentives')
  const local = useLocal()
  const { responsibilityId } = value
  const read = useRead(responsibilities.readResponsibility, { responsibilityId }, { when: responsibilityId !== '' })
  const indicators = read.data?.whole?.indicators ?? []
  return (
    <FieldGrid columns={2}>
      <ResponsibilityPicker
        label={t('form.responsibility')}
        value={responsibilityId || null}
        onChange={(id) => onChange({ kind: 'indicator', responsibilityId: id ?? '', key: '' })}
      />
      <Select
        label={t('form.indicator')}
        options={indicators.map((one) => ({ id: one.key, label: local(one.name) }))}
        value={value.key || null}
        onChange={(key) => onChange({ ...value, key: key ?? '' })}
      />
    </FieldGrid>
  )
}
