import { useState } from 'react'
import BookOpenCheck from 'lucide-react/icons/book-open-check'
import GitCompare from 'lucide-react/icons/git-compare'
import PencilLine from 'lucide-react/icons/pencil-line'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Status } from '#ui/Status'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo, Link, useHref } from '#web/links'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type DescriptionDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'

const ChangesSheet = later(async () => (await import('./ChangesSheet.tsx')).ChangesSheet)
const NeedSheet = later(async () => (await import('./NeedSheet.tsx')).NeedSheet)
const TakeSheet = later(async () => (await import('./TakeSheet.tsx')).TakeSheet)

type Opened = 'changes' | 'need' | 'take' | null

/** Beside the description: is it issued and read, what the position asks for, and the way to fill it. */
export function DescriptionAside({ detail }: { detail: DescriptionDetail }) {
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  return (
    <aside className="flex min-w-0 flex-col gap-4 print:hidden">
      <StandCard detail={detail} onCompare={() => setOpened('changes')} />
      <NeedCard detail={detail} onOpen={setOpened} />
      <ReaderCard detail={detail} />
      {opened === 'changes' && <ChangesSheet detail={detail} onClose={close} />}
      {opened === 'need' && <NeedSheet detail={detail} onClose={close} />}
      {opened === 'take' && <TakeSheet positionId={detail.positionId} onClose={close} />}
    </aside>
  )
}

function StandCard({ detail, onCompare }: { detail: DescriptionDetail; onCompare: () => void }) {
  const t = useWords('profiles')
  const [last] = detail.issues
  const confirm = useCommand(routes.confirmDescription, { done: t('description.confirmed') })
  const { positionId } = detail
  return (
    <Card title={t('description.issues')}>
      <div className="flex flex-col gap-3">
        {!last && <Status color="gray">{t('description.noIssue')}</Status>}
        {last && (
          <Status color={detail.differs ? 'amber' : 'green'}>
            {t(detail.differs ? 'description.differs' : 'description.same', { number: last.number })}
          </Status>
        )}
        {last && detail.differs && (
          <Button icon={GitCompare} onPress={onCompare}>
            {t('description.compare')}
          </Button>
        )}
        {last && detail.may.confirm && (
          <div className="flex flex-col gap-2 rounded-md bg-primary-soft p-3">
            <p>{t('description.confirmLead', { number: last.number })}</p>
            <Button
              variant="primary"
              icon={BookOpenCheck}
              isPending={confirm.isRunning}
              onPress={() => confirm.run({ positionId, issueId: last.id })}
            >
              {t('description.confirm')}
            </Button>
          </div>
        )}
        {detail.issues.length > 0 && (
          <ul className="flex flex-col gap-1 text-sm">
            {detail.issues.slice(0, 6).map((one) => (
              <li key={one.id} className="flex flex-wrap justify-between gap-2">
                <Link href={hrefTo(manifest, 'description', { positionId }, { issue: one.id })}>
                  {t('description.issueOf', one)}
                </Link>
                <span className="text-muted">{t('description.confirmedCount', { confirmed: one.confirmed })}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

function NeedCard({ detail, onOpen }: { detail: DescriptionDetail; onOpen: (what: Opened) => void }) {
  const t = useWords('profiles')
  const local = useLocal()
  const href = useHref()
  const { positionId, unitId, need, may } = detail
  const held = href('responsibilities.position', { positionId })
  const library = may.edit ? href('responsibilities.library', {}, { position: positionId, unit: unitId }) : undefined
  return (
    <Card
      title={t('description.need')}
      actions={
        may.edit && (
          <Button size="sm" variant="quiet" icon={PencilLine} onPress={() => onOpen('need')}>
            {t('description.change')}
          </Button>
        )
      }
    >
      <dl className="flex flex-col gap-2 text-sm">
        <div>
          <dt className="text-muted">{t('description.followed')}</dt>
          <dd>
            {need.profileId ? (
              <Link href={hrefTo(manifest, 'profile', { profileId: need.profileId })}>{local(need.profileName)}</Link>
            ) : (
              t('description.noProfile')
            )}
          </dd>
        </div>
        <div>
          <dt className="text-muted">{t('description.own')}</dt>
          <dd>{t('profiles.requirements', { count: need.requirements.length })}</dd>
        </div>
      </dl>
      <div className="mt-3 flex flex-col items-start gap-1.5 border-t border-line pt-3 text-sm">
        {may.edit && !need.profileId && (
          <Button size="sm" onPress={() => onOpen('take')}>
            {t('description.newFromLibrary')}
          </Button>
        )}
        {library && <Link href={library}>{t('description.addResponsibility')}</Link>}
        {held && <Link href={held}>{t('description.responsibilities')}</Link>}
      </div>
    </Card>
  )
}

function ReaderCard({ detail }: { detail: DescriptionDetail }) {
  const t = useWords('profiles')
  const format = useFormat()
  return (
    <Card title={t('description.readers')}>
      {detail.holders.length === 0 && <p className="text-muted">{t('description.vacant')}</p>}
      <ul className="flex flex-col gap-1.5">
        {detail.holders.map((holder) => (
          <li key={holder.personId} className="flex flex-wrap justify-between gap-2">
            <span>{holder.name}</span>
            {detail.issues.length > 0 && (
              <Status color={holder.confirmedAt ? 'green' : 'gray'}>
                {holder.confirmedAt
                  ? t('description.read', { day: format.day(holder.confirmedAt) })
                  : t('description.unread')}
              </Status>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
