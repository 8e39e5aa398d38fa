import { PeriodBar, useShownPeriod } from '#screens/indicators'
import { Await } from '#web/await'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { hrefTo } from '#web/links'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { FileMenu } from './FileMenu.tsx'
import { PersonReportView } from './PersonReportView.tsx'

/** The fulfilment report of somebody I may see. */
export default function PersonReportScreen({ personId }: { personId: string }) {
  const t = useWords('reports')
  const local = useLocal()
  const shown = useShownPeriod()
  const report = useRead(routes.readPersonReport, { personId, ...shown.asked }, { keep: true })
  const { data } = report
  const title = data ? t('person.title', { name: data.person.name }) : t('menu.personReport')
  return (
    <Page
      title={title}
      backHref={hrefTo(manifest, 'reports')}
      description={data && [local(data.person.positionTitle), local(data.person.unitName)].filter(Boolean).join(' · ')}
      actions={<FileMenu title={title} ask={{ kind: 'person', personId, ...shown.asked }} />}
    >
      <div className="flex max-w-5xl flex-col gap-4">
        <PeriodBar shown={shown} />
        <Await query={report} shape="cards">
          {(found) => <PersonReportView report={found} isMine={false} />}
        </Await>
      </div>
    </Page>
  )
}
