import type { ShownPeriod } from '#screens/indicators'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../contract.ts'
import { told } from './asked.ts'
import { FileMenu } from './FileMenu.tsx'
import { UnitFilter, useUnit } from './UnitFilter.tsx'
import { UnitReportView } from './UnitReportView.tsx'

/** The fulfilment report of a unit, or of everybody I may see. */
export function UnitTab({ shown }: { shown: ShownPeriod }) {
  const t = useWords('reports')
  const local = useLocal()
  const [unitId] = useUnit()
  const asked = told({ ...shown.asked, unitId })
  const report = useRead(routes.readUnitReport, asked, { keep: true })
  const name = local(report.data?.unit?.name)
  const title = name ? t('unit.title', { name }) : t('unit.all')
  return (
    <div className="flex flex-col gap-4">
      <UnitFilter actions={<FileMenu title={title} ask={{ kind: 'unit', ...asked }} />} />
      <Await query={report} shape="cards">
        {(found) => <UnitReportView report={found} />}
      </Await>
    </div>
  )
}
