import { useRead } from '#web/query'
import { useLocal } from '#web/words'
import { routes, type PositionVersion } from '../contract.ts'

/** The grade of a position and the family it belongs to. */
export function GradeName({ position }: { position: Pick<PositionVersion, 'gradeId' | 'jobFamilyId'> }) {
  const local = useLocal()
  const { data } = useRead(routes.listGrades, {})
  const grade = data?.grades.find((one) => one.id === position.gradeId)
  const family = data?.families.find((one) => one.id === (position.jobFamilyId ?? grade?.jobFamilyId))
  return <>{[family, grade].flatMap((one) => (one ? [local(one.name)] : [])).join(' · ') || '…'}</>
}
