import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { Select } from '#ui/Select'
import { SimpleTable } from '#ui/SimpleTable'
import { Skeleton } from '#ui/Skeleton'
import { Status } from '#ui/Status'
import type { Output } from '#core/contract'
import { useCommand } from '#web/query'
import { useLanguage, useWords } from '#web/words'
import { routes, type FlowDetail } from '../../../contract.ts'
import { allSteps } from '../edit/tree.ts'
import { localized } from '../say/localized.ts'
import { useVersion } from '../versions/VersionsTab.tsx'
import type { RunningRow } from './RunningTab.tsx'

type Trial = Output<typeof routes.migrateInstances>

/** Tries first: what would go over to the version, and what stands against the others. */
export function MigrateDialog({
  flow,
  rows,
  onClose,
}: {
  flow: FlowDetail
  rows: readonly RunningRow[]
  onClose: () => void
}) {
  const t = useWords('flow')
  const [to, setTo] = useState(String(flow.currentVersion ?? 1))
  const [trial, setTrial] = useState<Trial | null>(null)
  const [map, setMap] = useState<Readonly<Record<string, string>>>({})
  const into = (wanted: typeof to, steps: typeof map) => ({
    flowId: flow.id,
    requestIds: rows.map((row) => row.id),
    to: Number(wanted),
    map: { ...steps },
  })
  const { definition } = useVersion(flow.id, to)
  const language = useLanguage()
  const called = new Map(rows.flatMap((row) => row.at.map((one) => [one.step, one.stepName])))
  const steps = definition ? allSteps(localized(definition, language)) : []
  const tryOut = useCommand(routes.migrateInstances, { onDone: setTrial })
  const migrate = useCommand(routes.migrateInstances, {
    done: (output) => t('designer.running.migrated', { count: output.moved }),
    onDone: onClose,
  })
  /** Steps the other version does not have: what stands there now goes on elsewhere. */
  const unmapped = (trial?.rows ?? []).flatMap((row) => row.obstacles).filter((one) => one.code === 'is-unmapped')
  const lost = [
    ...new Map([
      ...Object.keys(map).map((id) => [id, called.get(id) ?? id] as const),
      ...unmapped.map((one) => [one.step, one.stepName || one.step] as const),
    ]),
  ]
  const tryAnew = useEffectEvent((...asked: Parameters<typeof into>) => tryOut.run({ ...into(...asked), dryRun: true }))
  useEffect(() => tryAnew(to, map), [to, map])
  return (
    <Dialog
      title={t('designer.running.migrateTitle')}
      description={t('designer.running.migrateNote')}
      size="lg"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('designer.running.keep')}</Button>
          <Button
            variant="primary"
            isPending={migrate.isRunning}
            isDisabled={!trial || trial.moved === 0}
            onPress={() => migrate.run({ ...into(to, map), dryRun: false })}
          >
            {t('designer.running.migrateNow', { count: trial?.moved ?? 0 })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={t('designer.running.to')}
          value={to}
          options={flow.versions.map((one) => ({
            id: String(one.version),
            label: t('designer.list.v', { number: one.version }),
          }))}
          onChange={(id) => id && setTo(id)}
        />
        {lost.map(([id, name]) => (
          <Select
            key={id}
            label={t('designer.running.map', { name })}
            value={map[id] ?? null}
            options={steps.map((step) => ({ id: step.id, label: step.name || t(`designer.kinds.${step.kind}`) }))}
            onChange={(next) => next && setMap({ ...map, [id]: next })}
          />
        ))}
        {trial && !tryOut.isRunning ? (
          <SimpleTable
            caption={t('designer.running.migrateTitle')}
            rows={trial.rows}
            rowKey={(row) => row.id}
            columns={[
              {
                title: t('designer.running.request'),
                isRowHeader: true,
                cell: (row) => row.number ?? rows.find((one) => one.id === row.id)?.title ?? row.id,
              },
              { title: t('designer.versions.from'), cell: (row) => t('designer.list.v', { number: row.from }) },
              {
                title: t('designer.running.result'),
                cell: (row) =>
                  row.obstacles.length === 0 ? (
                    <Status color="green">{t('designer.running.moves')}</Status>
                  ) : (
                    <span className="flex flex-col">
                      <Status color="red">{t('designer.running.stays')}</Status>
                      {row.obstacles.map((one) => (
                        <span key={`${one.code} ${one.step}`} className="text-sm text-muted">
                          {one.sentence}
                        </span>
                      ))}
                    </span>
                  ),
              },
            ]}
          />
        ) : (
          <Skeleton shape="table" />
        )}
      </div>
    </Dialog>
  )
}
