import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import type { Level, SchemeContent } from '#core/performance'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { IconButton } from '#ui/IconButton'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { TextField } from '#ui/TextField'
import { useLanguage, useLocal, useWords } from '#web/words'

type Props = { content: SchemeContent; onChange: (patch: Partial<SchemeContent>) => void }

/** The result levels, the best first, with the advice on how many there should be, and what pay takes. */
export function LevelsEditor({ content, onChange }: Props) {
  const t = useWords('performance')
  const { levels, coefficient } = content
  const set = (at: number, level: Level | null) =>
    onChange({ levels: levels.flatMap((one, n) => (n === at ? (level ? [level] : []) : [one])) })
  return (
    <Card title={t('scheme.levels')} description={t('levels.lead')}>
      <div className="flex flex-col gap-4">
        <RadioGroup
          label={t('levels.coefficient')}
          value={coefficient}
          onChange={(chosen) => onChange({ coefficient: chosen as SchemeContent['coefficient'] })}
          options={(['score', 'level'] as const).map((one) => ({ id: one, label: t(`levels.by.${one}`) }))}
        />
        <ul className="flex flex-col gap-3">
          {levels.map((level, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the code itself is edited
            <li key={at} className="flex flex-wrap items-end gap-2 lg:flex-nowrap">
              <LevelFields
                level={level}
                isFirst={at === 0}
                isLowest={at === levels.length - 1}
                onChange={(changed) => set(at, changed)}
              />
              {levels.length > 1 && <IconButton icon={X} label={t('levels.remove')} onPress={() => set(at, null)} />}
            </li>
          ))}
        </ul>
        <div>
          <Button
            size="sm"
            icon={Plus}
            onPress={() =>
              onChange({
                levels: [
                  {
                    code: t('levels.new'),
                    name: { 'zh-CN': '新等级', en: 'New level' },
                    fromHundredths: Math.min(15_000, (levels[0]?.fromHundredths ?? 0) + 500),
                    coefficientPermille: 1000,
                  },
                  ...levels,
                ],
              })
            }
          >
            {t('levels.add')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

type FieldsProps = { level: Level; isFirst: boolean; isLowest: boolean; onChange: (level: Level) => void }

function LevelFields({ level, isFirst, isLowest, onChange }: FieldsProps) {
  const t = useWords('performance')
  const local = useLocal()
  const language = useLanguage()
  const hideLabel = !isFirst
  const advice = (key: 'atMostPermille' | 'atLeastPermille') => (percent: number | null) => {
    const { [key]: _before, ...rest } = level
    onChange(percent === null ? rest : { ...rest, [key]: Math.round(percent * 10) })
  }
  return (
    <>
      <TextField
        className="w-20"
        label={t('levels.code')}
        hideLabel={hideLabel}
        value={level.code}
        onChange={(code) => onChange({ ...level, code })}
      />
      <TextField
        label={t('levels.name')}
        hideLabel={hideLabel}
        value={local(level.name)}
        onChange={(name) => onChange({ ...level, name: { ...level.name, [language]: name } })}
      />
      <NumberField
        label={t('levels.from')}
        hideLabel={hideLabel}
        unit={t('give.points')}
        minValue={0}
        maxValue={150}
        isReadOnly={isLowest}
        value={level.fromHundredths / 100}
        onChange={(score) => score !== null && onChange({ ...level, fromHundredths: Math.round(score * 100) })}
      />
      <NumberField
        label={t('levels.atLeast')}
        hideLabel={hideLabel}
        unit="%"
        minValue={0}
        maxValue={100}
        value={level.atLeastPermille === undefined ? null : level.atLeastPermille / 10}
        onChange={advice('atLeastPermille')}
      />
      <NumberField
        label={t('levels.atMost')}
        hideLabel={hideLabel}
        unit="%"
        minValue={0}
        maxValue={100}
        value={level.atMostPermille === undefined ? null : level.atMostPermille / 10}
        onChange={advice('atMostPermille')}
      />
      <NumberField
        label={t('levels.number')}
        hideLabel={hideLabel}
        minValue={0}
        maxValue={1.5}
        step={0.001}
        value={level.coefficientPermille / 1000}
        onChange={(value) => value !== null && onChange({ ...level, coefficientPermille: Math.round(value * 1000) })}
      />
    </>
  )
}
