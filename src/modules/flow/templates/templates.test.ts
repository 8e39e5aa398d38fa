import { describe, expect, test } from 'vitest'
import { check, compile, readDefinition, skip, type Step } from '#core/flow'
import { flowFieldsOf, readForm } from '#core/form'
import { templates } from './index.ts'

describe.each(templates.map((one) => [one.key, one] as const))('%s', (_key, template) => {
  const form = readForm(template.form)
  if (!('form' in form)) throw new Error(JSON.stringify(form))
  const read = readDefinition({ ...template.definition, id: template.key, fields: flowFieldsOf(form.form) })
  if ('misread' in read) throw new Error(JSON.stringify(read.misread))
  const compiled = compile(read.definition)

  test('is sound, and what it promises is proved', () => {
    expect(check(compiled)).toMatchObject({ verdict: 'sound', problems: [] })
    for (const { step, before } of read.definition.proofs)
      expect(skip(compiled.net, step, before)).toMatchObject({ skippable: false })
  })

  test('speaks both languages, down to the last step', () => {
    const named = Object.keys(read.definition.names).toSorted()
    expect(named).toEqual(idsOf(read.definition.steps).toSorted())
    for (const text of [template.name, template.description, ...Object.values(read.definition.names)])
      expect(Object.keys(text).toSorted()).toEqual(['en', 'zh-CN'])
    for (const field of form.form.fields) expect(Object.keys(field.label).toSorted()).toEqual(['en', 'zh-CN'])
  })

  test('names only fields it has', () => {
    const known = new Set(form.form.fields.map((field) => field.key))
    const used = [
      ...Object.keys(template.start ?? {}),
      ...stepsOf(read.definition.steps).flatMap((step) => ('fields' in step ? Object.keys(step.fields) : [])),
      ...stepsOf(read.definition.steps).flatMap((step) => ('guards' in step ? step.guards : [])),
    ]
    expect(used.filter((key) => !known.has(key))).toEqual([])
  })
})

function stepsOf(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [
    step,
    ...('arms' in step ? step.arms.flatMap((arm) => stepsOf(arm.steps)) : []),
    ...('otherwise' in step && step.otherwise ? stepsOf(step.otherwise) : []),
    ...(step.kind === 'loop' ? stepsOf(step.steps) : []),
  ])
}

function idsOf(steps: readonly Step[]): string[] {
  return stepsOf(steps).flatMap((step) => [
    step.id,
    ...('arms' in step ? step.arms.map((arm) => arm.id) : []),
    ...('otherwise' in step && step.otherwise ? [`${step.id}.otherwise`] : []),
  ])
}
