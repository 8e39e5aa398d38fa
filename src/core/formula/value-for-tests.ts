import { compile, evaluate, inferInputs, plainOf, type Json, type Plain } from './index.ts'

/** The value of a formula as JSON, or the code of its problem with the column: `division-by-zero@3`. */
export function valueOf(formula: string, inputs: Readonly<Record<string, Json>> = {}, calendar: Json = null): Plain {
  const given = inferInputs(calendar === null ? inputs : { ...inputs, 日历: { type: 'calendar', value: calendar } })
  const compiled = compile(formula, given.catalogue)
  if (!compiled.ok) return codeOf(compiled.problems[0])
  const known = given.inputs.get('日历') as never
  const result = evaluate(compiled.program, given.inputs, { calendar: known ?? null })
  return result.ok ? plainOf(result.value, result.type) : codeOf(result.problem)
}

function codeOf({ code, at }: { code: string; at?: { column: number } }): string {
  return at ? `${code}@${at.column}` : code
}
