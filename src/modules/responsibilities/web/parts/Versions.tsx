import { useState } from 'react'
import { Button, LinkButton } from '#ui/Button'
import { Card } from '#ui/Card'
import { Dialog } from '#ui/Dialog'
import { Tag } from '#ui/Tag'
import { Timeline } from '#ui/Timeline'
import { useFormat } from '#web/format'
import { hrefTo, useGo } from '#web/links'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { CompareDialog } from './CompareDialog.tsx'
import { routes, type ResponsibilityDetail, type VersionHead } from '../../contract.ts'
import { manifest } from '../../manifest.ts'

/** All versions, the latest first; what has not begun can still be corrected or withdrawn. */
export function Versions({
  detail,
  onCompare,
}: {
  detail: ResponsibilityDetail
  onCompare: (ids: [string, string]) => void
}) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const today = useSession().tenant?.today ?? ''
  const [withdrawing, setWithdrawing] = useState<VersionHead | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const go = useGo()
  const isOnly = detail.versions.length === 1
  const withdraw = useCommand(routes.withdrawVersion, {
    done: t('page.withdrawn'),
    onDone: () => isOnly && go(hrefTo(manifest, 'responsibilities')),
  })
  const { versions, may } = detail
  const entries = versions.map((version, at) => {
    const before = versions[at + 1]
    const isAhead = version.validFrom === null || version.validFrom > today
    const isRunning = !isAhead && (version.validUntil === null || version.validUntil > today)
    return {
      id: version.id,
      isAhead,
      tone: isRunning ? ('blue' as const) : ('gray' as const),
      time: version.validFrom ?? t('state.draft'),
      title: (
        <span className="inline-flex flex-wrap items-center gap-1.5">
          <span className="font-medium">
            {t('fields.version')} {version.number}
          </span>
          {isRunning && <Tag tone="blue">{t('page.running')}</Tag>}
          {version.validFrom === null && <Tag>{t('state.draft')}</Tag>}
          {isAhead && version.validFrom && (
            <Tag tone="sky">{t('page.future', { day: format.shortDay(version.validFrom) })}</Tag>
          )}
        </span>
      ),
      children: (
        <div className="flex flex-col items-start gap-1">
          <span className="text-sm">
            {local(version.name)}
            {version.changeNote && ` — ${version.changeNote}`}
          </span>
          {version.createdBy && <span className="text-xs">{t('page.made', { name: version.createdBy })}</span>}
          <div className="-ml-2 flex flex-wrap gap-1">
            {before && (
              <Button variant="quiet" size="sm" onPress={() => onCompare([before.id, version.id])}>
                {t('page.compare')}
              </Button>
            )}
            {may.edit && isAhead && (
              <>
                <LinkButton
                  variant="quiet"
                  size="sm"
                  href={hrefTo(manifest, 'edit', { responsibilityId: detail.id }, { version: version.id })}
                >
                  {t('page.correct')}
                </LinkButton>
                <Button variant="quiet" size="sm" onPress={() => setWithdrawing(version)}>
                  {t('page.withdraw')}
                </Button>
              </>
            )}
          </div>
        </div>
      ),
    }
  })
  return (
    <Card
      title={t('fields.versions')}
      actions={
        versions.length > 2 && (
          <Button size="sm" variant="quiet" onPress={() => setChoosing(true)}>
            {t('page.compareAny')}
          </Button>
        )
      }
    >
      {isChoosing && <CompareDialog versions={versions} onCompare={onCompare} onClose={() => setChoosing(false)} />}
      <Timeline label={t('fields.versions')} entries={entries} />
      {withdrawing && (
        <Dialog
          kind="alert"
          isOpen
          size="sm"
          onOpenChange={(isOpen) => !isOpen && setWithdrawing(null)}
          title={t('page.withdrawTitle', { number: withdrawing.number })}
          description={t(isOnly ? 'page.discardText' : 'page.withdrawText')}
          footer={(close) => (
            <>
              <Button onPress={close}>{t('editor.cancel')}</Button>
              <Button
                variant="danger"
                onPress={() => {
                  withdraw.run({ responsibilityId: detail.id, versionId: withdrawing.id })
                  close()
                }}
              >
                {t('page.withdraw')}
              </Button>
            </>
          )}
        />
      )}
    </Card>
  )
}
