import { useState } from 'react'
import { LocalTextField, UnitPicker } from '#screens/organisation'
import { Button } from '#ui/Button'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Sheet } from '#ui/Sheet'
import { TextField } from '#ui/TextField'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { DashboardPart, FigureKind, PartKind } from '../../contract.ts'
import { told } from '../asked.ts'
import { ResponsibilitySelect } from './ResponsibilitySelect.tsx'

type Props = { part: DashboardPart | null; onDone: (part: DashboardPart) => void; onClose: () => void }

/** What one part shows: chosen, not programmed. */
export function PartSheet({ part, onDone, onClose }: Props) {
  const t = useWords('reports')
  const isPhone = usePhone()
  const [draft, setDraft] = useState<DashboardPart>(part ?? { id: newId(), kind: 'figure', width: 1 })
  const put = (more: Partial<DashboardPart>) => setDraft({ ...draft, ...more })
  const { kind } = draft
  const done = () => {
    const { title, ...rest } = draft
    onDone({ ...told(rest), ...(title && Object.keys(title).length > 0 ? { title } : {}) } as DashboardPart)
  }
  return (
    <Sheet
      isOpen
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('dashboards.addPart')}
      footer={
        <>
          <Button onPress={onClose}>{t('dashboards.cancel')}</Button>
          <Button variant="primary" onPress={done}>
            {t(part ? 'dashboards.apply' : 'dashboards.add')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <RadioGroup
          label={t('dashboards.what')}
          look="cards"
          value={kind}
          onChange={(next) => put({ kind: next as PartKind, width: part ? draft.width : (widths[next] ?? 2) })}
          options={kinds.map((id) => ({ id, label: t(`parts.${id}`), note: t(`partHints.${id}`) }))}
        />
        {kind === 'figure' && (
          <Select
            label={t('dashboards.figure')}
            value={draft.figure ?? 'fulfilment'}
            onChange={(next) => put({ figure: (next ?? 'fulfilment') as FigureKind })}
            options={figures.map((id) => ({ id, label: t(`figures.${id}`) }))}
          />
        )}
        {kind === 'facts' && (
          <TextField
            label={t('dashboards.factKind')}
            value={draft.factKind ?? ''}
            onChange={(factKind) => put({ factKind })}
          />
        )}
        <LocalTextField label={t('dashboards.title')} value={draft.title} onChange={(title) => put({ title })} />
        <RadioGroup
          label={t('dashboards.width')}
          look="segments"
          value={String(draft.width)}
          onChange={(width) => put({ width: Number(width) })}
          options={['1', '2', '3', '4'].map((id) => ({ id, label: t(`dashboards.widths.${id}`) }))}
        />
        {kind !== 'person' && (
          <UnitPicker
            label={t('dashboards.unit')}
            placeholder={t('dashboards.asDashboard')}
            value={draft.unitId ?? null}
            onChange={(unitId) => put({ unitId: unitId ?? undefined })}
          />
        )}
        {kind !== 'person' && kind !== 'workload' && (
          <ResponsibilitySelect
            value={draft.responsibilityId}
            onChange={(responsibilityId) => put({ responsibilityId })}
          />
        )}
        <Select
          label={t('dashboards.period')}
          value={draft.period ?? 'as'}
          onChange={(next) =>
            put({ period: next === 'week' || next === 'month' || next === 'quarter' ? next : undefined })
          }
          options={[
            { id: 'as', label: t('dashboards.asDashboard') },
            ...(['week', 'month', 'quarter'] as const).map((id) => ({ id, label: t(`periods.${id}`) })),
          ]}
        />
      </div>
    </Sheet>
  )
}

// plain lists: a contract's schemas are types only in the browser
const kinds = ['figure', 'trend', 'ranking', 'board', 'workload', 'facts', 'person', 'unit'] as const
const figures = ['fulfilment', 'behind', 'lateTasks', 'openTasks', 'overloaded'] as const
const widths: Readonly<Record<string, number>> = {
  figure: 1,
  trend: 2,
  ranking: 4,
  board: 4,
  workload: 4,
  facts: 4,
  person: 2,
  unit: 2,
}

/** `randomUUID` exists only on https and localhost. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
