import type { FileRef } from '#core/form'
import { partIn } from '../fill/input.ts'

export function filesIn(value: unknown): FileRef[] {
  const list: unknown[] = Array.isArray(value) ? value : []
  return list.map((one) => ({ id: partIn(one, 'id'), name: partIn(one, 'name') })).filter(({ id }) => id !== '')
}
