import * as z from 'zod'
import { roundings } from '#core/formula'
import type { MoneyRounding } from '#core/payroll'

/** Whole fen; up to a hundred million yuan. */
export const Fen = z.int().min(0).max(10_000_000_000)
/** An amount of yuan as text with at most two decimals. */
export const AmountText = z.string().regex(/^-?\d{1,9}(\.\d{1,2})?$/, 'an amount with at most two decimals')
/** A share as text: 0.16. */
export const RateText = z.string().regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, 'a share between 0 and 1')
/** How formulas call a thing. */
export const FormulaName = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, 'lower case letters, digits and underscores')

export const jurisdictions = ['cn', 'sg', 'hk', 'us'] as const
export type JurisdictionId = (typeof jurisdictions)[number]
export const schemes = ['pension', 'medical', 'maternity', 'unemployment', 'injury', 'fund'] as const

const units = ['fen', 'jiao', 'yuan'] as const
export const moneyRoundings = [
  ...units.flatMap((unit) => roundings.map((rounding) => `${unit}-${rounding}` as const)),
  'fen-then-jiao-up',
] as const satisfies readonly MoneyRounding[]
/** The roundings met in practice; the rest is accepted and not offered. */
export const commonRoundings = [
  'fen-half-up',
  'jiao-half-up',
  'yuan-half-up',
  'fen-up',
  'fen-down',
  'fen-then-jiao-up',
] as const
export const Rounding = z.enum(moneyRoundings as unknown as [MoneyRounding, ...MoneyRounding[]])

/** Something the asker should know although it was done. */
export const Warning = z.object({ code: z.string(), text: z.string() })
export type Warning = z.infer<typeof Warning>
