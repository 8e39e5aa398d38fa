import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { ComboBox } from '#ui/ComboBox'
import { TextField } from '#ui/TextField'
import { TreeSelect } from '#ui/TreeSelect'
import { FormProblem } from '#web/form'
import { hrefTo, useGo, useHref, useSearch } from '#web/links'
import { useCommand } from '#web/query'
import { useLanguage, useWords } from '#web/words'
import { routes, type Profile } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { usePositions, useUnitTree } from '../use-places.ts'

const taskLimit = 60

/** Makes a responsibility of the chosen tasks; from a position's page the position is filled in already. */
export function TakePanel({ profile, chosen }: { profile: Profile; chosen: readonly string[] }) {
  const t = useWords('responsibilities')
  const language = useLanguage()
  const go = useGo()
  const [search] = useSearch({ position: '', unit: '' })
  const [name, setName] = useState(profile.title)
  const [unitId, setUnitId] = useState<string | null>(search.unit || null)
  const [positionId, setPositionId] = useState<string | null>(search.position || null)
  const [text, setText] = useState('')
  const nodes = useUnitTree('')
  const { options, isLoading } = usePositions(text)
  // who came from a position goes back to what it is now described as
  const href = useHref()
  const described = search.position ? href('profiles.description', { positionId: search.position }) : undefined
  const take = useCommand(routes.takeFromLibrary, {
    done: t('library.taken'),
    showsProblem: () => true,
    onDone: ({ responsibilityId }) => go(described ?? hrefTo(manifest, 'responsibility', { responsibilityId })),
  })
  const isNameChinese = /\p{Script=Han}/u.test(name)
  const note =
    chosen.length === 0
      ? t('library.choose')
      : chosen.length > taskLimit
        ? t('library.tooMany', { limit: taskLimit })
        : undefined
  return (
    <Card title={t('library.take')}>
      <div className="flex flex-col gap-3">
        <TextField label={t('library.name')} value={name} onChange={setName} maxLength={100} />
        <TreeSelect
          label={t('library.unit')}
          nodes={nodes}
          value={unitId}
          onChange={setUnitId}
          placeholder={t('fields.wholeFirm')}
        />
        <ComboBox
          label={t('library.position')}
          options={options}
          value={positionId}
          onChange={setPositionId}
          onSearch={setText}
          isLoading={isLoading}
        />
        <FormProblem problem={take.problem} />
        {note && <p className="text-sm text-amber-text">{note}</p>}
        <Button
          variant="primary"
          isBlock
          isDisabled={note !== undefined}
          isPending={take.isRunning}
          onPress={() =>
            take.run({
              profileCode: profile.code,
              taskIds: [...chosen],
              unitId,
              ...(positionId ? { positionId } : {}),
              ...(name.trim()
                ? { name: { [isNameChinese ? 'zh-CN' : language === 'zh-CN' ? 'en' : language]: name } }
                : {}),
            })
          }
        >
          {t('library.takeCount', { count: chosen.length })}
        </Button>
      </div>
    </Card>
  )
}
