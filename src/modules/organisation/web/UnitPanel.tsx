import CalendarX from 'lucide-react/icons/calendar-x'
import Ellipsis from 'lucide-react/icons/ellipsis'
import FilePen from 'lucide-react/icons/file-pen'
import FolderPlus from 'lucide-react/icons/folder-plus'
import Landmark from 'lucide-react/icons/landmark'
import PencilLine from 'lucide-react/icons/pencil-line'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Unit, type UnitDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { PersonName } from './PersonName.tsx'
import { PositionList } from './PositionList.tsx'
import { SeatCount } from './SeatCount.tsx'
import { seatsWithBelow } from './unit-nodes.ts'
import type { OpenSheet } from './UnitSheets.tsx'
import { VersionTimeline } from './VersionTimeline.tsx'

type UnitPanelProps = { unitId: string; on: string; units: readonly Unit[]; onSheet: (sheet: OpenSheet) => void }

/** One unit: who leads it, its seats, its positions with who sits there, and how it came to be so. */
export function UnitPanel({ unitId, on, units, onSheet }: UnitPanelProps) {
  const unit = useRead(routes.readUnit, { id: unitId, ...(on ? { on } : {}) }, { keep: true })
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Await query={unit} shape="form">
        {(shown) => <UnitHead unit={shown} on={on} units={units} onSheet={onSheet} />}
      </Await>
    </div>
  )
}

function UnitHead({ unit, on, units, onSheet }: { unit: UnitDetail } & Omit<UnitPanelProps, 'unitId'>) {
  const t = useWords('organisation')
  const local = useLocal()
  const mayEdit = useMay()('organisation.edit')
  const seats = seatsWithBelow(units).get(unit.id)
  return (
    <>
      <Card
        title={
          <span className="flex flex-wrap items-center gap-2">
            {local(unit.name)} <Tag>{t(`unitKinds.${unit.kind}`)}</Tag>
            {unit.until && <Tag tone="amber">{t('screens.until', { day: unit.until })}</Tag>}
          </span>
        }
        description={<Path unit={unit} on={on} />}
        actions={mayEdit && <UnitActions unit={unit} onSheet={onSheet} />}
      >
        <Facts
          columns={3}
          items={[
            {
              label: t('screens.units.leaders'),
              value:
                unit.leaders.length === 0 ? null : (
                  <span className="flex flex-wrap gap-x-3">
                    {unit.leaders.map((leader) => (
                      <PersonName key={leader.personId} id={leader.personId} name={leader.name} />
                    ))}
                    {unit.leaders[0]?.unitId !== unit.id && (
                      <span className="text-muted">{t('screens.units.ledFromAbove')}</span>
                    )}
                  </span>
                ),
            },
            {
              label: t('screens.units.seats'),
              value: <SeatCount headcount={unit.headcount} seated={unit.seated} beside={unit.beside} />,
            },
            { label: t('screens.units.seatsBelow'), value: seats && <SeatCount {...seats} /> },
            { label: t('screens.code'), value: unit.code },
            { label: t('screens.since'), value: unit.versions[0]?.from },
            ...(unit.legalEntity
              ? [
                  { label: t('screens.company.registeredName'), value: unit.legalEntity.registeredName },
                  { label: t('screens.company.creditCode'), value: unit.legalEntity.creditCode },
                  { label: t('screens.company.place'), value: unit.legalEntity.place },
                ]
              : []),
          ]}
        />
      </Card>
      <Card
        title={t('screens.units.positions')}
        isFlush
        actions={
          mayEdit && (
            <Button size="sm" icon={Plus} onPress={() => onSheet({ kind: 'new-position', unitId: unit.id })}>
              {t('screens.positions.add')}
            </Button>
          )
        }
      >
        <PositionList unitId={unit.id} on={on} />
      </Card>
      <UnitHistory unit={unit} mayEdit={mayEdit} onSheet={onSheet} />
    </>
  )
}

function Path({ unit, on }: { unit: UnitDetail; on: string }) {
  const local = useLocal()
  return (
    <>
      {unit.path.map((above, at) => (
        <span key={above.id}>
          <Link href={hrefTo(manifest, 'units', {}, { unit: above.id, on: on || null })} isQuiet>
            {local(above.name)}
          </Link>
          {at < unit.path.length - 1 && ' / '}
        </span>
      ))}
    </>
  )
}

function UnitActions({ unit, onSheet }: { unit: UnitDetail; onSheet: (sheet: OpenSheet) => void }) {
  const t = useWords('organisation')
  const isRoot = unit.parentId === null
  const version = unit.versions.find((one) => one.versionId === unit.versionId)
  return (
    <span className="flex gap-1">
      <Button size="sm" icon={FolderPlus} onPress={() => onSheet({ kind: 'new-unit', parentId: unit.id })}>
        {t('screens.units.add')}
      </Button>
      <Menu
        label={t('screens.more')}
        placement="bottom end"
        groups={[
          {
            items: [
              {
                id: 'change',
                title: t('screens.change'),
                note: t('screens.changeNote'),
                icon: PencilLine,
                onAction: () => onSheet({ kind: 'change-unit', unit }),
              },
              {
                id: 'correct',
                title: t('screens.correct'),
                note: t('screens.correctNote'),
                icon: FilePen,
                onAction: () => version && onSheet({ kind: 'correct-unit', unit, version }),
              },
            ],
          },
          {
            items:
              unit.kind === 'company'
                ? [
                    {
                      id: 'company',
                      title: t('screens.company.title'),
                      icon: Landmark,
                      onAction: () => onSheet({ kind: 'legal-entity', unit }),
                    },
                  ]
                : [],
          },
          {
            items: isRoot
              ? []
              : [
                  {
                    id: 'close',
                    title: t('screens.units.close'),
                    icon: CalendarX,
                    isDanger: true,
                    onAction: () => onSheet({ kind: 'close-unit', unit }),
                  },
                ],
          },
        ]}
      >
        <IconButton icon={Ellipsis} label={t('screens.more')} size="sm" />
      </Menu>
    </span>
  )
}

type HistoryProps = { unit: UnitDetail; mayEdit: boolean; onSheet: (sheet: OpenSheet) => void }

function UnitHistory({ unit, mayEdit, onSheet }: HistoryProps) {
  const t = useWords('organisation')
  const local = useLocal()
  return (
    <VersionTimeline
      route={routes.withdrawUnit}
      id={unit.id}
      mayEdit={mayEdit}
      onChange={() => onSheet({ kind: 'change-unit', unit })}
      onCorrect={(versionId) => {
        const version = unit.versions.find((one) => one.versionId === versionId)
        if (version) onSheet({ kind: 'correct-unit', unit, version })
      }}
      versions={unit.versions.map((version) => ({
        versionId: version.versionId,
        from: version.from,
        until: version.until,
        text: `${local(version.name)} · ${t(`unitKinds.${version.kind}`)}`,
      }))}
    />
  )
}
