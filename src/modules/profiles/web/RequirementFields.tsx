import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import type { LocalText } from '#core/local-text'
import { LocalTextField } from '#screens/organisation'
import { Button } from '#ui/Button'
import { ComboBox } from '#ui/ComboBox'
import { FieldGrid } from '#ui/Field'
import { IconButton } from '#ui/IconButton'
import { NumberField } from '#ui/NumberField'
import { Select } from '#ui/Select'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Requirement } from '../contract.ts'

export type RequirementFieldsProps = {
  value: readonly Requirement[]
  onChange: (value: Requirement[]) => void
  errorAt?: (path: string) => string | undefined
}

const kinds = ['skill', 'education', 'experience', 'certificate', 'other'] as const
const educations = ['none', 'secondary', 'vocational', 'college', 'bachelor', 'master', 'doctor'] as const

/** A list of things a job asks for, each of its kind. */
export function RequirementFields({ value, onChange, errorAt }: RequirementFieldsProps) {
  const t = useWords('profiles')
  const [keys, setKeys] = useState(() => value.map(() => crypto.randomUUID()))
  const put = (at: number, next: Requirement) => onChange(value.map((one, index) => (index === at ? next : one)))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-medium">{t('editor.requirements')}</legend>
      {value.map((one, at) => (
        <div key={keys[at] ?? at} className="flex items-start gap-2 rounded-lg border border-line bg-sunken p-3">
          <div className="flex min-w-0 flex-1 flex-col gap-3">
            <FieldGrid columns={3}>
              <Select
                label={t('editor.kind')}
                value={one.kind}
                onChange={(kind) => put(at, freshOf((kind ?? 'skill') as Requirement['kind'], one))}
                options={kinds.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) }))}
              />
              <Select
                label={t('editor.strength')}
                value={one.strength}
                onChange={(strength) => put(at, { ...one, strength: strength === 'wish' ? 'wish' : 'must' })}
                options={(['must', 'wish'] as const).map((id) => ({ id, label: t(`strengths.${id}`) }))}
              />
              <NumberField
                label={t('editor.weight')}
                value={one.weight}
                minValue={0}
                maxValue={100}
                onChange={(weight) => put(at, { ...one, weight: weight ?? 0 })}
              />
            </FieldGrid>
            <KindFields one={one} onChange={(next) => put(at, next)} error={errorAt?.(`requirements.${at}.name`)} />
          </div>
          <IconButton
            icon={Trash2}
            label={t('editor.remove')}
            onPress={() => {
              setKeys(keys.filter((_key, index) => index !== at))
              onChange(value.filter((_one, index) => index !== at))
            }}
          />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={Plus}
          onPress={() => {
            setKeys([...keys, crypto.randomUUID()])
            onChange([...value, freshOf('skill')])
          }}
        >
          {t('editor.add')}
        </Button>
      </div>
    </fieldset>
  )
}

type KindProps = { one: Requirement; onChange: (next: Requirement) => void; error: string | undefined }

function KindFields({ one, onChange, error }: KindProps) {
  const t = useWords('profiles')
  const problem = error ? { errorMessage: error } : {}
  if (one.kind === 'skill')
    return (
      <>
        <SkillPicker onChoose={(name) => onChange({ ...one, name })} />
        <LocalTextField
          label={t('editor.skill')}
          isRequired
          value={one.name}
          onChange={(name) => onChange({ ...one, name })}
          {...problem}
        />
        <FieldGrid columns={3}>
          <NumberField
            label={t('editor.level')}
            value={one.level}
            minValue={0}
            maxValue={7}
            step={0.1}
            onChange={(level) => onChange({ ...one, level: level ?? 0 })}
          />
        </FieldGrid>
        <LocalTextField
          label={t('editor.levelName')}
          value={one.levelName}
          onChange={(levelName) => onChange({ ...one, ...optional('levelName', levelName) })}
        />
      </>
    )
  if (one.kind === 'certificate' || one.kind === 'other')
    return (
      <LocalTextField
        label={t('editor.what')}
        isRequired
        value={one.name}
        onChange={(name) => onChange({ ...one, name })}
        {...problem}
      />
    )
  return (
    <>
      {one.kind === 'education' ? (
        <Select
          label={t('editor.education')}
          value={one.level}
          onChange={(level) => onChange({ ...one, level: educations.find((known) => known === level) ?? 'none' })}
          options={educations.map((id) => ({ id, label: t(`educations.${id}`) }))}
        />
      ) : (
        <NumberField
          label={t('editor.years')}
          value={one.years}
          minValue={0}
          maxValue={60}
          onChange={(years) => onChange({ ...one, years: years ?? 0 })}
        />
      )}
      <LocalTextField
        label={t('editor.field')}
        value={one.field}
        onChange={(field) => onChange({ ...one, ...optional('field', field) })}
      />
    </>
  )
}

/** Skills that are known already, so that the same one is not written in two ways. */
function SkillPicker({ onChoose }: { onChoose: (name: LocalText & Record<string, string>) => void }) {
  const t = useWords('profiles')
  const local = useLocal()
  const [text, setText] = useState('')
  const found = useRead(routes.findSkills, { text }, { keep: true })
  const names = found.data ?? []
  return (
    <ComboBox
      label={t('take.skill')}
      value={null}
      options={names.map(({ name }) => ({ id: JSON.stringify(name), label: local(name) }))}
      onSearch={setText}
      isLoading={found.isFetching}
      onChange={(id) => {
        const chosen = names.find(({ name }) => JSON.stringify(name) === id)
        if (chosen) onChoose({ ...chosen.name })
      }}
    />
  )
}

function freshOf(kind: Requirement['kind'], before?: Requirement): Requirement {
  const kept = { strength: before?.strength ?? ('must' as const), weight: before?.weight ?? 0 }
  const name = before && 'name' in before ? before.name : {}
  if (kind === 'education') return { kind, level: 'bachelor', ...kept }
  if (kind === 'experience') return { kind, years: 3, ...kept }
  if (kind === 'skill') return { kind, name, level: 3, ...kept }
  return { kind, name, ...kept }
}

/** A text that is left out when nothing is written. */
function optional<K extends string>(key: K, text: Record<string, string>): { [key in K]?: Record<string, string> } {
  return (Object.keys(text).length > 0 ? { [key]: text } : { [key]: undefined }) as {
    [key in K]?: Record<string, string>
  }
}
