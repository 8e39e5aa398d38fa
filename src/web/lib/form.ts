import { useEffect, useRef, type FormEvent } from 'react'
import {
  useForm,
  type DefaultValues,
  type FieldErrors,
  type Path,
  type PathValue,
  type UseFormReturn,
} from 'react-hook-form'
import type { Asked, Route } from '#core/contract'
import { schemaOf, useSchema } from './checks.ts'
import { faultText, tidy, isNeeded } from './faults.ts'
import { faultsOf, type RouteProblem } from './problem.ts'
import { useCommand, type Command, type CommandOptions } from './query.ts'
import { useWords } from './words.ts'

export type RouteFormOptions<R extends Route> = {
  /** What stands in the fields at first; also what travels unseen, such as `id` and `version`. */
  start: DefaultValues<Asked<R>>
  /** Which field a refusal belongs to: `{ 'organisation.code-taken': 'code' }`. */
  fieldOf?: Readonly<Record<string, Path<Asked<R>>>>
} & Pick<CommandOptions<R>, 'done' | 'undo' | 'onDone'>

export type BoundField<V> = {
  name: string
  value: V
  onChange: (value: V) => void
  onBlur: () => void
  isRequired: boolean
  errorMessage?: string
}

export type RouteForm<R extends Route> = {
  /** For the `<form>`: submit, and focus on the first wrong field. */
  bind: {
    onSubmit: (event: FormEvent<HTMLFormElement>) => void
    noValidate: true
    ref: (element: HTMLFormElement | null) => void
  }
  /** For a part of the kit: `<TextField label={t('name')} {...form.field('name')} />`. */
  field<P extends Path<Asked<R>>>(name: P): BoundField<PathValue<Asked<R>, P>>
  values: Asked<R>
  set<P extends Path<Asked<R>>>(name: P, value: PathValue<Asked<R>, P>): void
  /** Submits from a button outside of the `<form>`. */
  submit(): void
  reset(values?: DefaultValues<Asked<R>>): void
  command: Command<R>
  isDirty: boolean
  /** A refusal that belongs to no field; draw it above the buttons with `FormProblem`. */
  problem: RouteProblem | null
  /** The form of react-hook-form itself, for lists of fields. */
  inner: UseFormReturn<Asked<R>>
}

/** A form over a command route: its zod schema checks, its refusals stand at their fields. */
export function useRouteForm<R extends Route>(route: R, options: RouteFormOptions<R>): RouteForm<R> {
  const t = useWords('web')
  const schema = useSchema(route)
  const element = useRef<HTMLFormElement | null>(null)
  const inner = useForm<Asked<R>>({
    defaultValues: options.start,
    shouldFocusError: false,
    resolver: async (values) => {
      const checks = await schemaOf(route)
      const tidied = tidy(checks, values)
      const parsed = checks.safeParse(tidied)
      if (parsed.success) return { values, errors: {} }
      return {
        values: {},
        errors: nested(
          parsed.error.issues.map((issue) => [
            issue.path.join('.'),
            faultText(issue, valueAt(tidied, issue.path.join('.')), t),
          ]),
        ) as FieldErrors<Asked<R>>,
      }
    },
  })
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not in use; watching is how fields are drawn
  const values = inner.watch()
  const command = useCommand(route, { ...options, showsProblem: () => true })
  const { formState } = inner
  const isWrong = Object.keys(formState.errors).length > 0
  const tries = formState.submitCount
  useEffect(() => {
    if (tries > 0 && isWrong) focusFirstWrong(element.current)
  }, [tries, isWrong])

  const submit = inner.handleSubmit(async (filled) => {
    const kept = tidy(await schemaOf(route), filled as Record<string, unknown>) as Asked<R>
    await command.ask(kept).catch((problem: RouteProblem) => {
      for (const [path, message] of faultsAtFields(problem, options.fieldOf))
        inner.setError(path as Path<Asked<R>>, { message })
    })
  })
  const { problem } = command
  return {
    bind: {
      noValidate: true,
      onSubmit: (event) => {
        event.stopPropagation()
        void submit(event)
      },
      ref: (form) => {
        element.current = form
      },
    },
    field: (name) => {
      const message = errorAt(formState.errors, name)
      return {
        name,
        value: valueAt(values, name) as never,
        onChange: (value) =>
          inner.setValue(name, value, { shouldDirty: true, shouldTouch: true, shouldValidate: formState.isSubmitted }),
        onBlur: () => {},
        isRequired: schema !== undefined && isNeeded(schema, name),
        ...(message ? { errorMessage: message } : {}),
      }
    },
    values,
    set: (name, value) => inner.setValue(name, value, { shouldDirty: true, shouldValidate: formState.isSubmitted }),
    submit: () => void submit(),
    reset: (start) => inner.reset(start),
    command,
    isDirty: formState.isDirty,
    problem: problem && faultsAtFields(problem, options.fieldOf).length === 0 ? problem : null,
    inner,
  }
}

export { FormProblem } from './FormProblem.tsx'

function faultsAtFields(problem: RouteProblem, fieldOf: Readonly<Record<string, string>> = {}): [string, string][] {
  const field = fieldOf[problem.code]
  if (field) return [[field, problem.detail]]
  return faultsOf(problem)
    .filter((fault) => fault.path !== '')
    .map((fault) => [fault.path, fault.message])
}

type ErrorTree = { [key: string]: ErrorTree | { type: string; message: string } }

function nested(faults: readonly [string, string][]): ErrorTree {
  const tree: ErrorTree = {}
  for (const [path, message] of faults) {
    const names = path.split('.')
    let place = tree
    for (const name of names.slice(0, -1)) place = (place[name] ??= {}) as ErrorTree
    place[names.at(-1) ?? ''] ??= { type: 'zod', message }
  }
  return tree
}

function errorAt(errors: object, name: string): string | undefined {
  return firstMessage(valueAt(errors, name))
}

function valueAt(tree: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((place, part) => (place as Record<string, unknown> | undefined)?.[part], tree)
}

/** A field that holds an object (texts in languages, a span of days) shows the first fault inside it. */
function firstMessage(place: unknown): string | undefined {
  if (typeof place !== 'object' || place === null) return undefined
  if ('message' in place && typeof place.message === 'string') return place.message
  for (const inside of Object.values(place)) {
    const message = firstMessage(inside)
    if (message) return message
  }
  return undefined
}

function focusFirstWrong(form: HTMLFormElement | null) {
  const wrong = form?.querySelector<HTMLElement>(
    '[data-invalid] input:not([type=hidden]), [data-invalid] textarea, [data-invalid] button, [data-invalid] [role=spinbutton], [aria-invalid=true]',
  )
  wrong?.focus()
}
