import Library from 'lucide-react/icons/library'
import { routes as organisation } from '#contract/organisation'
import { LinkButton } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { hrefTo, useHref, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { AsOf } from './parts/AsOf.tsx'
import { HeldCard } from './parts/HeldCard.tsx'
import { HeldWeights } from './parts/HeldWeights.tsx'

/** What a position answers for on a day: the heart of its description, never typed twice. */
export default function PositionScreen({ positionId }: { positionId: string }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const may = useMay()
  const isPhone = usePhone()
  const back = useHref()('organisation.position', { positionId })
  const [{ day }, setSearch] = useSearch({ day: '' })
  const position = useRead(organisation.readPosition, { id: positionId, ...(day ? { on: day } : {}) }, { keep: true })
  const held = useRead(routes.positionResponsibilities, { positionId, ...(day ? { day } : {}) }, { keep: true })
  const { data } = position
  return (
    <Page
      title={data ? t('position.title', { position: local(data.title) }) : t('menu.position')}
      {...(back ? { backHref: back } : {})}
      marks={
        <span className="flex flex-wrap items-center gap-2">
          {data && <span className="text-sm text-muted">{local(data.unitName)}</span>}
          {held.data && <Tag>{t('position.total', { share: format.percent(held.data.totalPermille) })}</Tag>}
          {!isPhone && <AsOf day={day} onChange={(next) => setSearch({ day: next })} />}
        </span>
      }
      actions={
        may('responsibilities.edit') &&
        !isPhone && (
          <LinkButton
            icon={Library}
            href={hrefTo(manifest, 'library', {}, { position: positionId, unit: data?.unitId ?? '' })}
          >
            {t('list.fromLibrary')}
          </LinkButton>
        )
      }
    >
      <Await query={held} shape="cards">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('position.empty')} description={t('position.emptyHint')} />
          ) : (
            <div className="flex flex-col gap-4">
              <HeldWeights items={items} />
              <div className="grid items-start gap-4 xl:grid-cols-2">
                {items.map((one) => (
                  <HeldCard key={`${one.responsibilityId}${one.holder}`} held={one} />
                ))}
              </div>
            </div>
          )
        }
      </Await>
    </Page>
  )
}
