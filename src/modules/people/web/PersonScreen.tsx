import { useState } from 'react'
import BriefcaseBusiness from 'lucide-react/icons/briefcase-business'
import PencilLine from 'lucide-react/icons/pencil-line'
import { AssignSheet, usePersonName } from '#screens/organisation'
import { routes as chart } from '#contract/organisation'
import { Card } from '#ui/Card'
import { IconButton } from '#ui/IconButton'
import { Await } from '#web/await'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { AbsenceCard } from './AbsenceCard.tsx'
import { EmploymentTag } from './EmploymentTag.tsx'
import { FileCard } from './FileCard.tsx'
import { PersonHead } from './PersonHead.tsx'
import { PersonSheet } from './PersonSheet.tsx'
import { ReportList } from './ReportList.tsx'
import { SeatTimeline } from './SeatTimeline.tsx'

/** Somebody: seat and contact for all to see; the file only for who may read it. */
export default function PersonScreen({ personId }: { personId: string }) {
  const t = useWords('people')
  const mayReadFiles = useMay()('people.read')
  const called = usePersonName()
  const [sheet, setSheet] = useState<'edit' | 'assign' | null>(null)
  const person = useRead(chart.readPerson, { id: personId })
  const file = useRead(routes.readFile, { personId }, { when: mayReadFiles })
  const mayEdit = person.data?.mayEdit ?? false
  return (
    <Page
      title={person.data ? called(person.data) : t('menu.person')}
      marks={file.data && <EmploymentTag employment={file.data.employment} />}
      backHref={hrefTo(manifest, 'roster')}
      actions={
        mayEdit && (
          <>
            <IconButton
              icon={BriefcaseBusiness}
              label={t('screens.assign')}
              variant="secondary"
              onPress={() => setSheet('assign')}
            />
            <IconButton
              icon={PencilLine}
              label={t('screens.edit')}
              variant="secondary"
              onPress={() => setSheet('edit')}
            />
          </>
        )
      }
    >
      <Await query={person} shape="cards">
        {(shown) => (
          <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
            <div className="flex min-w-0 flex-col gap-4">
              <PersonHead person={shown} />
              {file.data && <FileCard file={file.data} />}
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              <Card title={t('screens.seats')}>
                <SeatTimeline assignments={shown.assignments} mayEdit={mayEdit} />
              </Card>
              <AbsenceCard personId={personId} mayEdit={mayEdit} />
              {shown.reports.length > 0 && <ReportList reports={shown.reports} />}
            </div>
            {sheet === 'edit' && <PersonSheet person={shown} onClose={() => setSheet(null)} />}
            {sheet === 'assign' && <AssignSheet personId={personId} onClose={() => setSheet(null)} />}
          </div>
        )}
      </Await>
    </Page>
  )
}
