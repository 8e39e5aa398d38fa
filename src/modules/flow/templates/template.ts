import type { DefinitionInput } from '#core/flow'
import type { Form, FormField } from '#core/form'
import type { LocalText } from '#core/local-text'
import type { z } from 'zod'

/** A flow to begin with: what most firms have, to be changed as one likes. */
export type Template = {
  readonly key: string
  readonly name: LocalText
  readonly description: LocalText
  readonly category: Category
  readonly icon: string
  /** The letters before the numbers of its requests. */
  readonly prefix: string
  readonly definition: Omit<DefinitionInput, 'id' | 'fields' | 'name'>
  readonly form: z.input<typeof Form>
  /** Who does a step differs from firm to firm: whoever makes the flow is asked. */
  readonly asks?: readonly { readonly step: string; readonly label: LocalText }[]
  /** What the initiator may do while filling in; fields not named are written. */
  readonly start?: Readonly<Record<string, 'write' | 'read' | 'hidden'>>
}

export const categories = ['people', 'money', 'office', 'supply', 'production', 'sales', 'together'] as const
export type Category = (typeof categories)[number]

export const both = (chinese: string, english: string): LocalText => ({ 'zh-CN': chinese, en: english })

type Input = z.input<typeof FormField>

export function field(key: string, kind: Input['kind'], chinese: string, english: string, more: Partial<Input> = {}) {
  return { key, kind, label: both(chinese, english), ...more }
}

export const must = { required: true } as const

export const choice = (value: string, chinese: string, english: string) => ({ value, label: both(chinese, english) })

/** Reminded when half of it is left, and the superior told a working day after. */
export function within(amount: number, unit: 'workday' | 'workhour' | 'hour' = 'workday') {
  return {
    limit: { amount, unit },
    steps: [
      { at: { amount: -4, unit: 'workhour' as const }, do: 'remind' as const },
      { at: { amount: 1, unit: 'workday' as const }, do: 'remind-leader' as const },
    ],
  }
}

/** Whoever leads; the head of the company where nobody does. */
export const superior = { kind: 'superiors', levels: 1 } as const
