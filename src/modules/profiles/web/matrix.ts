import type { Output } from '#core/contract'
import type { routes, SystemPosition } from '../contract.ts'

type System = Output<typeof routes.readPositionSystem>
type Named = { readonly id: string | null; readonly name: Record<string, string> }
export type Line = Named & { readonly cells: readonly (readonly SystemPosition[])[] }

/** Positions by family and grade. Families and grades without any stay out, those without a family or grade come last. */
export function linesOf({ families, grades, positions }: System): { lines: Line[]; grades: Named[] } {
  const none: Named = { id: null, name: {} }
  const usedGrades = [...grades, none].filter((grade) => positions.some((one) => one.gradeId === grade.id))
  const usedFamilies = [...families, none].filter((family) => positions.some((one) => one.jobFamilyId === family.id))
  return {
    grades: usedGrades,
    lines: usedFamilies.map(({ id, name }) => ({
      id,
      name,
      cells: usedGrades.map((grade) => positions.filter((one) => one.jobFamilyId === id && one.gradeId === grade.id)),
    })),
  }
}
