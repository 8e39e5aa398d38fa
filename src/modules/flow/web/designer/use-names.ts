import { useMemo } from 'react'
import { routes as organisation } from '#contract/organisation'
import { routes as responsibilities } from '#contract/responsibilities'
import { useRead } from '#web/query'
import { hasWord, useLanguage, useLocal, useWords } from '#web/words'
import type { Definition, Source } from '#core/flow'
import { flowFieldsOf, type Form } from '#core/form'
import { routes } from '../../contract.ts'
import { useConditionText } from '../form/condition/condition-text.ts'
import { allSteps } from './edit/tree.ts'
import type { Names } from './say/summary.ts'
import type { Work } from './work.ts'

/**
 * What the people, positions, units and responsibilities of a definition are called. The server tells those of the saved
 * draft; what was chosen since is asked for here, together.
 */
export function useNames({ definition, form }: Work, known: Known): Names {
  return useNamesOf(
    useMemo(() => idsNamed(definition), [definition]),
    form,
    known,
  )
}

/** The same for sources that stand outside of a flow: those of a rule, or whom a limit tells. */
export function useSourceNames(sources: readonly Source[], known: Known): Names {
  return useNamesOf(
    useMemo(() => ({ ...idsOf(sources), flows: [] }), [sources]),
    noForm,
    known,
  )
}

function useNamesOf(named: Named, form: Form, known: Known): Names {
  const t = useWords('flow')
  const b = useWords('base')
  const local = useLocal()
  const missing = (ids: readonly string[]) => ids.filter((id) => known[id] === undefined).slice(0, 200)
  const [people, positions, units, duties] = [
    missing(named.people),
    missing(named.positions),
    missing(named.units),
    missing(named.duties),
  ]
  const persons = useRead(
    organisation.listPersons,
    { ids: people, limit: 200 },
    { when: people.length > 0, keep: true },
  )
  const seats = useRead(
    organisation.listPositions,
    { ids: positions, limit: 200 },
    { when: positions.length > 0, keep: true },
  )
  const places = useRead(organisation.listUnits, {}, { when: units.length > 0, keep: true })
  const works = useRead(
    responsibilities.readResponsibilityNames,
    { ids: duties },
    { when: duties.length > 0, keep: true },
  )
  const flows = useRead(routes.listFlows, {}, { when: named.flows.length > 0, keep: true })
  const rules = useRead(routes.listRules, {}, { when: named.rules.length > 0, keep: true })
  const language = useLanguage()
  const said = useConditionText(form.fields, known)
  // it is new with every drawing, and the same as long as these are
  // oxlint-disable-next-line react/exhaustive-deps
  const sayCondition = useMemo(() => said, [form.fields, known, language])
  return useMemo(() => {
    const found = new Map<string, string>(Object.entries(known))
    for (const one of persons.data?.rows ?? []) found.set(one.id, one.name)
    for (const one of seats.data?.rows ?? []) found.set(one.id, local(one.title))
    for (const one of places.data ?? []) found.set(one.id, local(one.name))
    for (const one of works.data ?? []) found.set(one.id, local(one.name))
    for (const one of rules.data?.rows ?? []) found.set(one.id, local(one.name))
    const fieldOf = new Map(flowFieldsOf(form, language).map((field) => [field.key, field]))
    const flowNames = new Map((flows.data?.rows ?? []).map((row) => [row.key, local(row.name)]))
    const called = (id: string) => found.get(id) ?? t('designer.who.unknown')
    return {
      person: called,
      position: called,
      unit: called,
      responsibility: called,
      role: (key) => found.get(key) ?? (hasWord('base', `roles.${key}`) ? b(`roles.${key}`) : key),
      rule: called,
      flow: (key) => flowNames.get(key) ?? key,
      field: (key) => fieldOf.get(key),
      condition: (condition) => (condition ? sayCondition(condition) : t('designer.sum.always')),
    }
  }, [
    known,
    persons.data,
    seats.data,
    places.data,
    works.data,
    rules.data,
    flows.data,
    form,
    language,
    sayCondition,
    local,
    t,
    b,
  ])
}

type Known = Readonly<Record<string, string>>
type Named = Readonly<Record<'people' | 'positions' | 'units' | 'duties' | 'rules' | 'flows', readonly string[]>>
const noForm: Form = { fields: [], photo: 'none' }

function idsNamed(definition: Definition): Named {
  const steps = allSteps(definition.steps)
  const sources = steps.flatMap((step): Source[] => ('who' in step ? [step.who, ...asked(step)] : []))
  return { ...idsOf(sources), flows: once(steps.map((step) => (step.kind === 'subflow' ? step.flow : undefined))) }
}

function idsOf(sources: readonly Source[]): Omit<Named, 'flows'> {
  return {
    people: once(sources.flatMap((one) => (one.kind === 'people' ? one.people : []))),
    positions: once(sources.map((one) => (one.kind === 'position' ? one.position : undefined))),
    units: once(sources.map((one) => ('unit' in one ? one.unit : undefined))),
    duties: once(sources.map((one) => (one.kind === 'responsibility' ? one.responsibility : undefined))),
    rules: once(sources.map((one) => (one.kind === 'rule' ? one.rule : undefined))),
  }
}

function once(ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined && id !== ''))].toSorted() as string[]
}

function asked(step: object): Source[] {
  const { onEmpty = [] } = step as { onEmpty?: readonly { do: string; who?: Source }[] }
  return onEmpty.flatMap((one) => (one.who ? [one.who] : []))
}
