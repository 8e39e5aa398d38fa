import { useEffect, useEffectEvent, useState } from 'react'
import type { Output } from '#core/contract'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Skeleton } from '#ui/Skeleton'
import { ProblemNote } from '#web/await'
import { useFormat } from '#web/format'
import { useCommand, useRead } from '#web/query'
import { sayIn, useLocal, useWords } from '#web/words'
import { routes, type DraftDetail } from '../contract.ts'

type Preview = Output<typeof routes.previewDraftAccess>
type Change = Preview['people'][number]['changes'][number]

/** Which access each person gains and loses, before anything is written. */
export function AccessTab({ draft }: { draft: DraftDetail }) {
  const t = useWords('reorganisation')
  const f = useFormat()
  const isOpen = draft.state === 'planning' || draft.state === 'submitted' || draft.state === 'approved'
  const check = useRead(routes.checkDraft, { draftId: draft.id }, { when: isOpen })
  const preview = usePreview(draft, isOpen)
  if (!isOpen) return <Empty title={t('access.done')} isSmall />
  if ((check.data?.problems.length ?? 0) > 0) return <Empty title={t('access.unsound')} isSmall />
  if (preview.problem) return <ProblemNote problem={preview.problem} />
  if (!preview.value) return <Skeleton shape="cards" />
  const { people, names, day } = preview.value
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">
        {t('access.note')} {t('access.after', { day: f.day(day) })}
      </p>
      {people.length === 0 && <Empty title={t('access.none')} isSmall />}
      {people.map((person) => (
        <Card key={person.accountId} title={person.name} level={3}>
          <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
            <Side side="gained" changes={person.changes} names={names} />
            <Side side="lost" changes={person.changes} names={names} />
          </div>
        </Card>
      ))}
    </div>
  )
}

/** Asked again whenever the draft has another version. */
function usePreview({ id, version }: DraftDetail, isOpen: boolean) {
  const { ask, problem } = useCommand(routes.previewDraftAccess, { showsProblem: () => true })
  const [answer, setAnswer] = useState<{ version: number; value: Preview } | null>(null)
  const preview = useEffectEvent((draftId: string) => ask({ draftId }))
  useEffect(() => {
    if (!isOpen) return
    let isGone = false
    preview(id).then(
      (value) => !isGone && setAnswer({ version, value }),
      () => {},
    )
    return () => void (isGone = true)
  }, [id, version, isOpen])
  return { value: answer?.value, problem }
}

type SideProps = { side: 'gained' | 'lost'; changes: readonly Change[]; names: Preview['names'] }

/** Rights that reach the same people and units stand together. */
function Side({ side, changes, names }: SideProps) {
  const t = useWords('reorganisation')
  const local = useLocal()
  const parts = changes.filter((one) => one[side].all || one[side].people + one[side].units > 0)
  if (parts.length === 0) return null
  const groups = [...Map.groupBy(parts, (one) => JSON.stringify(one[side])).values()]
  const listed = (ids: readonly string[], nameOf: (id: string) => string, total: number) =>
    [ids.slice(0, 8).map(nameOf).join(t('changes.comma')), ...(total > 8 ? ['…'] : [])].join('')
  return (
    <section>
      <h4 className={side === 'gained' ? 'font-medium text-green-text' : 'font-medium text-red-text'}>
        {t(side === 'gained' ? 'access.gains' : 'access.loses')}
      </h4>
      <ul className="mt-1 flex flex-col gap-3">
        {groups.map((group) => {
          const reach = group[0]?.[side]
          if (!reach) return null
          const { all, people, units, personIds, unitIds } = reach
          return (
            <li key={group[0]?.permission}>
              <p>{group.map((one) => permissionWord(one.permission)).join(t('access.semicolon'))}</p>
              <p className="text-sm text-muted">
                {all && t('access.everything')}
                {people > 0 &&
                  `${t('access.people', { count: people })}: ${listed(personIds, (id) => names.people[id] ?? '?', people)}`}
                {people > 0 && units > 0 && ' · '}
                {units > 0 &&
                  `${t('access.units', { count: units })}: ${listed(unitIds, (id) => local(names.units[id]), units)}`}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function permissionWord(permission: string): string {
  const [module = '', ...rest] = permission.split('.')
  return sayIn(module)(`permissions.${rest.join('.')}`)
}
