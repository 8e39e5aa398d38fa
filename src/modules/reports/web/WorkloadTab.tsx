import { told } from './asked.ts'
import { WorkloadPart } from './parts/WorkloadPart.tsx'
import { UnitFilter, useUnit } from './UnitFilter.tsx'

export function WorkloadTab() {
  const [unitId] = useUnit()
  return (
    <div className="flex flex-col gap-4">
      <UnitFilter />
      <WorkloadPart asked={told({ unitId })} />
    </div>
  )
}
