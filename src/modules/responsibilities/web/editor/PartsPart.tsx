import { useState } from 'react'
import Copy from 'lucide-react/icons/copy'
import Link2 from 'lucide-react/icons/link-2'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { ComboBox } from '#ui/ComboBox'
import { NumberField } from '#ui/NumberField'
import { Tag } from '#ui/Tag'
import { readNow, useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import { ResponsibilityName } from '../ResponsibilityName.tsx'
import type { EditorForm } from './editor-form.ts'
import { PartTargets } from './PartTargets.tsx'
import { startOf } from './start-of.ts'

/** What this one is made of: others by reference, or a copy of what they say today. */
export function PartsPart({ form, ownId }: { form: EditorForm; ownId: string | undefined }) {
  const t = useWords('responsibilities')
  const parts = form.values.parts ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const put = (next: typeof parts) => form.set('parts', next)
  const add = (mode: 'reference' | 'copy') => async () => {
    if (!chosen) return
    const { version } = await readNow(routes.readResponsibility, { responsibilityId: chosen })
    if (!version) return
    if (mode === 'copy') {
      const said = startOf(version)
      for (const list of [
        'activities',
        'inputs',
        'outputs',
        'capabilities',
        'processRules',
        'knowledge',
        'indicators',
        'duties',
      ] as const)
        form.set(list, [...(form.values[list] ?? []), ...(said[list] ?? [])])
    }
    put([
      ...parts,
      { responsibilityId: chosen, mode, versionId: mode === 'copy' ? version.id : null, weightPermille: 0 },
    ])
    setChosen(null)
  }
  return (
    <Card title={t('fields.parts')} description={t('editor.partsHint')}>
      <div className="flex flex-col gap-3">
        {parts.map((part, at) => (
          <div key={part.responsibilityId} className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-3">
            <div className="flex flex-wrap items-center gap-3">
              <span className="min-w-0 flex-1">
                <ResponsibilityName id={part.responsibilityId} withMark />
              </span>
              <Tag icon={part.mode === 'reference' ? Link2 : Copy}>{t(`partMode.${part.mode}`)}</Tag>
              {part.mode === 'reference' && (
                <div className="w-32">
                  <NumberField
                    label={t('fields.weight')}
                    hideLabel
                    unit="%"
                    minValue={0}
                    maxValue={100}
                    value={(part.weightPermille ?? 0) / 10}
                    onChange={(value) => form.set(`parts.${at}.weightPermille`, Math.round((value ?? 0) * 10))}
                  />
                </div>
              )}
              <Button size="sm" variant="quiet" onPress={() => put(parts.filter((other) => other !== part))}>
                {t('editor.remove')}
              </Button>
            </div>
            {part.mode === 'reference' && <PartTargets form={form} at={at} part={part} />}
          </div>
        ))}
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-60 flex-1">
            <ResponsibilityField
              value={chosen}
              onChange={setChosen}
              except={[...(ownId ? [ownId] : []), ...parts.map((part) => part.responsibilityId)]}
            />
          </div>
          <Button icon={Link2} isDisabled={!chosen} onPress={add('reference')}>
            {t('editor.addReference')}
          </Button>
          <Button icon={Copy} isDisabled={!chosen} onPress={add('copy')}>
            {t('editor.addCopy')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

type FieldProps = { value: string | null; onChange: (id: string | null) => void; except: readonly string[] }

function ResponsibilityField({ value, onChange, except }: FieldProps) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const [text, setText] = useState('')
  const read = useRead(routes.listResponsibilities, { limit: 30, ...(text ? { text } : {}) }, { keep: true })
  const options = (read.data?.items ?? [])
    .filter((item) => !except.includes(item.id))
    .map((item) => ({ id: item.id, label: local(item.name), note: local(item.unitName), alsoFoundBy: item.code }))
  return (
    <ComboBox
      label={t('editor.otherResponsibility')}
      options={options}
      onSearch={setText}
      isLoading={read.isFetching}
      value={value}
      onChange={onChange}
    />
  )
}
