import { decimal, readDecimal, type Decimal } from '#core/formula'
import { fenText, payFault, readFen, type Fen } from '#core/payroll'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type Inputs = { readonly [key: string]: Json }
export type Case = { readonly name: string; readonly area: string; readonly inputs: Inputs; readonly expected: Inputs }
/** Computes everything of an area; only what a case expects is compared. */
export type Area = (inputs: Inputs) => Inputs

export function given(inputs: Inputs, name: string): Json | undefined {
  return Object.hasOwn(inputs, name) ? inputs[name] : undefined
}

/** A missing amount is 0. */
export function fenIn(inputs: Inputs, name: string): Fen {
  const value = given(inputs, name)
  return value === undefined || value === null ? 0 : readFen(String(value), name)
}

export function textIn(inputs: Inputs, name: string): string {
  const value = given(inputs, name)
  if (typeof value !== 'string' && typeof value !== 'number') throw payFault('missing-value', { name })
  return String(value)
}

/** A missing number is 0. */
export function decimalIn(inputs: Inputs, name: string): Decimal {
  const value = given(inputs, name)
  return value === undefined || value === null ? decimal('0') : decimalOf(value, name)
}

export function decimalOf(value: Json | undefined, name: string): Decimal {
  const found = readDecimal(String(value))
  if (!found) throw payFault('bad-value', { name, found: JSON.stringify(value) ?? '' })
  return found
}

export function recordIn(inputs: Inputs, name: string): Inputs {
  const value = given(inputs, name)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Inputs) : {}
}

export function rowsIn(inputs: Inputs, name: string): readonly Inputs[] {
  const value = given(inputs, name)
  return Array.isArray(value) ? (value as readonly Inputs[]) : []
}

/** Every amount of a record as text with two decimals. */
export function money(amounts: Readonly<Record<string, Fen>>): Inputs {
  return Object.fromEntries(Object.entries(amounts).map(([name, fen]) => [name, fenText(fen)]))
}
