import { useState } from 'react'
import CalendarX from 'lucide-react/icons/calendar-x'
import Ellipsis from 'lucide-react/icons/ellipsis'
import FilePen from 'lucide-react/icons/file-pen'
import PencilLine from 'lucide-react/icons/pencil-line'
import UserPlus from 'lucide-react/icons/user-plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { hrefTo, Link, useHref, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type PositionDetail } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { AssignSheet } from './AssignSheet.tsx'
import { DayChip } from './DayChip.tsx'
import { HolderList } from './HolderList.tsx'
import { DottedLines } from './DottedLines.tsx'
import { GradeName } from './GradeName.tsx'
import { PositionSheets, type PositionSheet } from './PositionSheets.tsx'
import { ReportingLine } from './ReportingLine.tsx'
import { SeatCount, seatsOfPosition } from './SeatCount.tsx'
import { UnitName } from './UnitName.tsx'
import { VersionTimeline } from './VersionTimeline.tsx'

/** One position on a day: who sits there, whom it answers to and who answers to it. */
export default function PositionScreen({ positionId }: { positionId: string }) {
  const t = useWords('organisation')
  const local = useLocal()
  const mayEdit = useMay()('organisation.edit')
  const [search, setSearch] = useSearch({ on: '' })
  const [sheet, setSheet] = useState<PositionSheet | 'assign' | null>(null)
  const position = useRead(
    routes.readPosition,
    { id: positionId, ...(search.on ? { on: search.on } : {}) },
    { keep: true },
  )
  const shown = position.data
  return (
    <Page
      title={local(shown?.title) || t('screens.positions.position')}
      marks={shown?.isLead && <Tag tone="blue">{t('screens.positions.lead')}</Tag>}
      backHref={hrefTo(manifest, 'units', {}, { unit: shown?.unitId ?? null })}
      actions={
        <>
          <DayChip on={search.on} onChange={(on) => setSearch({ on })} />
          {mayEdit && shown && <PositionMenu position={shown} onSheet={setSheet} />}
        </>
      }
      mainAction={
        mayEdit && (
          <Button variant="primary" icon={UserPlus} onPress={() => setSheet('assign')}>
            {t('screens.assign.deed')}
          </Button>
        )
      }
    >
      <Await query={position} shape="cards">
        {(detail) => <PositionBody position={detail} on={search.on} mayEdit={mayEdit} onSheet={setSheet} />}
      </Await>
      {sheet === 'assign' && <AssignSheet positionId={positionId} onClose={() => setSheet(null)} />}
      {shown && sheet !== null && sheet !== 'assign' && (
        <PositionSheets sheet={sheet} position={shown} on={search.on} onClose={() => setSheet(null)} />
      )}
    </Page>
  )
}

type MenuProps = { position: PositionDetail; onSheet: (sheet: PositionSheet) => void }

function PositionMenu({ position, onSheet }: MenuProps) {
  const t = useWords('organisation')
  const version = position.versions.find((one) => one.versionId === position.versionId)
  return (
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
              onAction: () => onSheet({ kind: 'change' }),
            },
            {
              id: 'correct',
              title: t('screens.correct'),
              note: t('screens.correctNote'),
              icon: FilePen,
              onAction: () => version && onSheet({ kind: 'correct', version }),
            },
          ],
        },
        {
          items: [
            {
              id: 'close',
              title: t('screens.positions.close'),
              icon: CalendarX,
              isDanger: true,
              onAction: () => onSheet({ kind: 'close' }),
            },
          ],
        },
      ]}
    >
      <IconButton icon={Ellipsis} label={t('screens.more')} variant="secondary" />
    </Menu>
  )
}

function PositionBody({ position, on, mayEdit, onSheet }: MenuProps & { on: string; mayEdit: boolean }) {
  const t = useWords('organisation')
  const local = useLocal()
  const href = useHref()
  const duties = href('responsibilities.responsibilities', {}, { position: position.id })
  const description = href('profiles.description', { positionId: position.id })
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="flex flex-col gap-4">
        <Card>
          <Facts
            columns={3}
            items={[
              { label: t('screens.positions.unit'), value: <UnitName id={position.unitId} name={position.unitName} /> },
              {
                label: t('screens.units.seats'),
                value: <SeatCount {...seatsOfPosition(position)} />,
              },
              { label: t('screens.code'), value: position.code },
              { label: t('screens.since'), value: position.versions[0]?.from },
              ...(position.gradeId || position.jobFamilyId
                ? [{ label: t('screens.grades.grade'), value: <GradeName position={position} /> }]
                : []),
              ...(position.until ? [{ label: t('screens.firstDayGone'), value: position.until }] : []),
              ...(duties
                ? [
                    {
                      label: t('screens.positions.duties'),
                      value: <Link href={duties}>{t('screens.positions.openDuties')}</Link>,
                    },
                  ]
                : []),
              ...(description
                ? [
                    {
                      label: t('screens.positions.description'),
                      value: <Link href={description}>{t('screens.positions.openDescription')}</Link>,
                    },
                  ]
                : []),
            ]}
          />
        </Card>
        <Card title={t('screens.positions.holders')} isFlush>
          <HolderList holders={position.holders} />
        </Card>
        <VersionTimeline
          route={routes.withdrawPosition}
          id={position.id}
          mayEdit={mayEdit}
          onChange={() => onSheet({ kind: 'change' })}
          onCorrect={(versionId) => {
            const version = position.versions.find((one) => one.versionId === versionId)
            if (version) onSheet({ kind: 'correct', version })
          }}
          versions={position.versions.map((version) => ({
            versionId: version.versionId,
            from: version.from,
            until: version.until,
            text: `${local(version.title)} · ${t('screens.positions.seatsPlanned', { count: version.headcount })}`,
          }))}
        />
      </div>
      <div className="flex flex-col gap-4">
        <Card title={t('screens.positions.line')}>
          <ReportingLine position={position} on={on} />
        </Card>
        <DottedLines position={position} mayEdit={mayEdit} />
      </div>
    </div>
  )
}
