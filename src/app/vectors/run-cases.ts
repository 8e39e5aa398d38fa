import { compare, isFault, readDecimal } from '#core/formula'
import { isPayFault, paySentence } from '#core/payroll'
import { abroad } from './abroad.ts'
import type { Area, Case, Inputs, Json } from './case.ts'
import { chinaPay } from './china-pay.ts'
import { chinaTax } from './china-tax.ts'

const areas: Readonly<Record<string, Area>> = { ...chinaTax, ...chinaPay, ...abroad }

/** What differs, as `path: expected … got …`; nothing when a case passes. */
export function differencesOf(one: Case, language = 'en'): string[] {
  const area = Object.hasOwn(areas, one.area) ? areas[one.area] : undefined
  if (!area) return [`no such area: ${one.area}`]
  try {
    return differences(one.expected, area(one.inputs), '')
  } catch (thrown) {
    if (isPayFault(thrown)) return [paySentence(thrown.payProblem, language)]
    if (isFault(thrown) || thrown instanceof RangeError) return [thrown.message]
    throw thrown
  }
}

function differences(expected: Json, got: Json | undefined, path: string): string[] {
  if (Array.isArray(expected)) {
    const rows = Array.isArray(got) ? (got as readonly Json[]) : []
    return (expected as readonly Json[]).flatMap((one, at) => differences(one, rows[at], `${path}[${at + 1}]`))
  }
  if (expected !== null && typeof expected === 'object') {
    const fields = (got ?? {}) as Inputs
    return Object.entries(expected).flatMap(([name, one]) =>
      differences(one, Object.hasOwn(fields, name) ? fields[name] : undefined, path ? `${path}.${name}` : name),
    )
  }
  return isSame(expected, got) ? [] : [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`]
}

/** Numbers by value, exactly; everything else as it is written. */
function isSame(expected: Json, got: Json | undefined): boolean {
  if (expected === got) return true
  const [a, b] = [readDecimal(String(expected)), readDecimal(String(got))]
  return a !== undefined && b !== undefined && compare(a, b) === 0
}
