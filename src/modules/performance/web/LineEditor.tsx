import Trash from 'lucide-react/icons/trash-2'
import type { Line, LineSource } from '#core/performance'
import { LocalTextField } from '#screens/organisation'
import { Card } from '#ui/Card'
import { IconButton } from '#ui/IconButton'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { useLocal, useWords } from '#web/words'
import { CurveEditor } from './CurveEditor.tsx'
import { IndicatorPicker } from './IndicatorPicker.tsx'
import { VetoEditor } from './VetoEditor.tsx'

type Props = {
  line: Line
  names: Readonly<Record<string, Readonly<Record<string, string>>>>
  isOnly: boolean
  onChange: (line: Line | null) => void
}
const kinds = ['responsibilities', 'indicator', 'manual'] as const
const nobody = '00000000-0000-0000-0000-000000000000'

/** One line: what it is called, what it weighs, where its figure comes from, and how that becomes a score. */
export function LineEditor({ line, names, isOnly, onChange }: Props) {
  const t = useWords('performance')
  const local = useLocal()
  const { source } = line
  const set = (patch: Partial<Line>) => onChange({ ...line, ...patch })
  return (
    <Card
      title={local(line.name)}
      actions={!isOnly && <IconButton icon={Trash} label={t('lines.remove')} onPress={() => onChange(null)} />}
    >
      <div className="flex flex-col gap-4">
        <LocalTextField label={t('lines.name')} isRequired value={line.name} onChange={(name) => set({ name })} />
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          <NumberField
            label={t('lines.weight')}
            unit="%"
            minValue={0.1}
            maxValue={100}
            step={0.1}
            value={line.weightPermille / 10}
            onChange={(percent) => percent !== null && set({ weightPermille: Math.round(percent * 10) })}
          />
          <Select
            label={t('lines.source')}
            value={source.kind}
            onChange={(kind) => kind && set({ source: sourceOf(kind as LineSource['kind']) })}
            options={kinds.map((kind) => ({ id: kind, label: t(`sources.${kind}`) }))}
          />
          <Select
            label={t('lines.missing')}
            value={line.missing}
            onChange={(missing) => missing && set({ missing: missing as Line['missing'] })}
            options={(['spread', 'zero'] as const).map((one) => ({ id: one, label: t(`lines.${one}`) }))}
          />
        </div>
        {source.kind === 'indicator' && (
          <IndicatorPicker
            value={source.responsibilityId === nobody ? null : source}
            name={names[`${source.responsibilityId}/${source.indicatorKey}`]}
            onChange={(chosen) => set({ source: { kind: 'indicator', ...chosen } })}
          />
        )}
        {source.kind === 'manual' && (
          <LocalTextField
            label={t('lines.hint')}
            value={source.hint}
            onChange={(hint) =>
              set({ source: Object.keys(hint).length > 0 ? { kind: 'manual', hint } : { kind: 'manual' } })
            }
          />
        )}
        <CurveEditor curve={line.curve} isManual={source.kind === 'manual'} onChange={(curve) => set({ curve })} />
        <VetoEditor veto={line.veto} onChange={(veto) => onChange(veto ? { ...line, veto } : withoutVeto(line))} />
      </div>
    </Card>
  )
}

function sourceOf(kind: LineSource['kind']): LineSource {
  if (kind === 'indicator') return { kind, responsibilityId: nobody, indicatorKey: 'none' }
  return { kind }
}

function withoutVeto({ veto: _veto, ...line }: Line): Line {
  return line
}
