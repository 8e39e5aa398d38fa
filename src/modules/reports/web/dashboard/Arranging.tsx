import { useState, type KeyboardEvent } from 'react'
import Plus from 'lucide-react/icons/plus'
import { LocalTextField, UnitPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { later } from '#web/later'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Dashboard, type DashboardPart } from '../../contract.ts'
import { moved, placeOf, resized } from '../../rules/layout.ts'
import { told, type Asked } from '../asked.ts'
import { ArrangedTile } from './ArrangedTile.tsx'
import { ResponsibilitySelect } from './ResponsibilitySelect.tsx'

const PartSheet = later(async () => (await import('./PartSheet.tsx')).PartSheet)

type Props = { dashboard: Dashboard; asked: Asked; onClose: () => void }

/** A dashboard being arranged: parts are dragged, or moved by keys; nothing counts until it is saved. */
export function Arranging({ dashboard, asked, onClose }: Props) {
  const t = useWords('reports')
  const local = useLocal()
  const [draft, setDraft] = useState(dashboard)
  const [dragged, setDragged] = useState<string | null>(null)
  const [edited, setEdited] = useState<DashboardPart | 'new' | null>(null)
  const [said, setSaid] = useState('')
  const save = useCommand(routes.changeDashboard, { done: t('dashboards.saved'), onDone: onClose })
  const { parts } = draft
  const put = (next: DashboardPart[]) => setDraft({ ...draft, parts: next })
  const nameOf = (part: DashboardPart) => local(part.title) || t(`parts.${part.kind}`)
  const move = (part: DashboardPart, to: number) => {
    const next = moved(parts, part.id, to)
    put(next)
    setSaid(t('dashboards.moved', { name: nameOf(part), place: placeOf(next, part.id) + 1, count: next.length }))
  }
  const byKey = (part: DashboardPart) => (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    move(part, placeOf(parts, part.id) + step)
  }
  const { id: dashboardId, version, name, filters } = draft
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end gap-3 rounded-lg border border-line bg-surface p-4">
        <div className="min-w-72 flex-1">
          <LocalTextField
            label={t('dashboards.name')}
            value={name}
            onChange={(next) => setDraft({ ...draft, name: next })}
            isRequired
          />
        </div>
        <div className="w-56">
          <UnitPicker
            label={t('dashboards.unit')}
            placeholder={t('dashboards.everybody')}
            value={filters.unitId ?? null}
            onChange={(unitId) => setDraft({ ...draft, filters: told({ ...filters, unitId: unitId ?? undefined }) })}
          />
        </div>
        <div className="w-56">
          <ResponsibilitySelect
            value={filters.responsibilityId}
            onChange={(responsibilityId) => setDraft({ ...draft, filters: told({ ...filters, responsibilityId }) })}
          />
        </div>
      </div>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {parts.length === 0 ? (
        <Empty title={t('dashboards.empty')} description={t('dashboards.emptyHint')} isSmall />
      ) : (
        <ol className="grid grid-cols-1 gap-4 lg:grid-cols-4">
          {parts.map((part) => (
            <ArrangedTile
              key={part.id}
              part={part}
              dashboard={draft}
              asked={asked}
              name={nameOf(part)}
              isDragged={dragged === part.id}
              onDragStart={() => setDragged(part.id)}
              onDragEnd={() => setDragged(null)}
              onDragOver={() => dragged && dragged !== part.id && put(moved(parts, dragged, placeOf(parts, part.id)))}
              onKey={byKey(part)}
              onResize={(by) => put(resized(parts, part.id, by))}
              onEdit={() => setEdited(part)}
              onRemove={() => put(parts.filter((one) => one.id !== part.id))}
            />
          ))}
        </ol>
      )}
      <div className="sticky bottom-0 z-10 flex flex-wrap gap-3 border-t border-line bg-canvas py-3">
        <Button icon={Plus} onPress={() => setEdited('new')} isDisabled={parts.length >= mostParts}>
          {t('dashboards.addPart')}
        </Button>
        <span className="flex-1" />
        <Button onPress={onClose}>{t('dashboards.cancel')}</Button>
        <Button
          variant="primary"
          isPending={save.isRunning}
          onPress={() => save.run({ dashboardId, version, name, filters, parts })}
        >
          {t('dashboards.save')}
        </Button>
      </div>
      {edited && (
        <PartSheet
          part={edited === 'new' ? null : edited}
          onDone={(part) => {
            put(
              parts.some((one) => one.id === part.id)
                ? parts.map((one) => (one.id === part.id ? part : one))
                : [...parts, part],
            )
            setEdited(null)
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}

const mostParts = 24
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }
