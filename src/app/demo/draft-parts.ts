import type { z } from 'zod'
import type { LocalText } from '#core/local-text'
import type { VersionDraft } from '#contract/responsibilities'

export type Draft = z.input<typeof VersionDraft>
type Indicator = NonNullable<Draft['indicators']>[number]
type Duty = NonNullable<Draft['duties']>[number]
export type DemoResponsibility = {
  readonly code: string
  readonly unit: string | null
  readonly accountable: string
  readonly responsible: readonly (readonly [position: string, weightPermille: number])[]
  readonly consulted?: readonly string[]
  readonly draft: Draft
}

type Figure = { fact: string; take?: 'count' | 'sum'; of?: string; where?: Readonly<Record<string, string>> }

export const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en })
const figure = ({ fact, take = 'count', of, where = {} }: Figure) => ({
  take,
  fact,
  ...(of ? { of } : {}),
  where: Object.entries(where).map(([dimension, is]) => ({ dimension, is: [is] })),
})
export const count = (
  key: string,
  name: LocalText,
  target: number,
  weightPermille: number,
  of: Figure,
  unit = '',
): Indicator => ({
  key,
  name,
  unit,
  direction: 'up',
  target,
  weightPermille,
  period: 'month',
  measure: { kind: 'figure', figure: figure(of) },
})
export const ratio = (
  key: string,
  name: LocalText,
  target: number,
  weightPermille: number,
  part: Figure,
  whole: Figure,
): Indicator => ({
  key,
  name,
  unit: '%',
  direction: 'up',
  target,
  weightPermille,
  period: 'month',
  measure: { kind: 'ratio', part: figure(part), whole: figure(whole) },
})
export const choice = (
  key: string,
  label: LocalText,
  choices: readonly (readonly [value: string, label: LocalText])[],
) => ({
  key,
  label,
  kind: 'choice' as const,
  required: true,
  choices: choices.map(([value, name]) => ({ value, label: name })),
})
export const number = (key: string, label: LocalText) => ({
  key,
  label,
  kind: 'number' as const,
  required: true,
  min: 0,
})
export const customer = { key: 'customer', label: text('客户', 'Customer'), kind: 'text' as const, required: true }
export const duty = (
  key: string,
  name: LocalText,
  cadence: Duty['cadence'],
  fields: NonNullable<NonNullable<Duty['form']>['fields']>,
  steps: LocalText[] = [],
  photo: 'none' | 'optional' = 'optional',
): Duty => ({
  key,
  name,
  cadence,
  steps,
  form: { fields, photo },
  factKind: key,
})
