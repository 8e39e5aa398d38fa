import type { ShownPeriod } from '#screens/indicators'
import { told } from './asked.ts'
import { RankingPart } from './parts/RankingPart.tsx'
import { UnitFilter, useUnit } from './UnitFilter.tsx'

export function RankingTab({ shown }: { shown: ShownPeriod }) {
  const [unitId] = useUnit()
  return (
    <div className="flex flex-col gap-4">
      <UnitFilter />
      <RankingPart asked={told({ ...shown.asked, unitId })} withChart />
    </div>
  )
}
