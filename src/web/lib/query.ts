import { keepPreviousData, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Asked, Output, Route } from '#core/contract'
import { showToast } from '#ui/Toast'
import { keyOf, moduleChanged, moduleOf, queryClient } from './cache.ts'
import type { RouteProblem } from './problem.ts'
import { newKey, send } from './send.ts'

export { addressOf } from './send.ts'

export type Read<T> = UseQueryResult<T, RouteProblem>

export type ReadOptions = {
  /** False while the input isn't complete yet. */
  when?: boolean
  /** Keeps the last rows on the screen while others are fetched: filters, pages. */
  keep?: boolean
  /** Asks again and again; only for what the live stream doesn't tell. */
  everyMs?: number
}

/** What a GET route answers, kept fresh by the live stream. Draw it with `Await`. */
export function useRead<R extends Route>(route: R, input: Asked<R>, options: ReadOptions = {}): Read<Output<R>> {
  const queryKey = keyOf(route, input)
  return useQuery<Output<R>>({
    queryKey,
    // what is on the screen already is read again without asking anybody for anything
    queryFn: ({ signal }) =>
      send(route, input, { signal, mayAskPassword: queryClient.getQueryData(queryKey) === undefined }),
    enabled: options.when ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.everyMs ? { refetchInterval: options.everyMs } : {}),
  })
}

/** Reads once, outside of drawing: in an event, a search provider. Uses what is fresh in the cache. */
export function readNow<R extends Route>(route: R, input: Asked<R>): Promise<Output<R>> {
  return queryClient.fetchQuery<Output<R>>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => send(route, input, { signal }),
  })
}

export type Change = { apply(): () => void; stop(): Promise<void> }

/** One change to what was read, to be shown before the server has answered: `change(routes.list, {}, (rows) => …)`. */
export function change<R extends Route>(route: R, input: Asked<R>, next: (old: Output<R>) => Output<R>): Change {
  const queryKey = keyOf(route, input)
  return {
    stop: () => queryClient.cancelQueries({ queryKey }),
    apply() {
      const old = queryClient.getQueryData<Output<R>>(queryKey)
      if (old !== undefined) queryClient.setQueryData<Output<R>>(queryKey, next(old))
      return () => void queryClient.setQueryData(queryKey, old)
    },
  }
}

export type CommandOptions<R extends Route> = {
  /** Said in a toast when it worked. */
  done?: string | ((output: Output<R>, input: Asked<R>) => string)
  /** Takes the deed back; puts a button into the toast for 10 s. Prefer it over asking "are you sure". */
  undo?: (output: Output<R>, input: Asked<R>, run: (input: Asked<R>) => void) => unknown
  /** Shown at once, taken back when refused. */
  optimistic?: (input: Asked<R>) => readonly Change[]
  onDone?: (output: Output<R>, input: Asked<R>) => void
  /** True when the screen shows the refusal itself; others come as a toast. */
  showsProblem?: (problem: RouteProblem) => boolean
}

export type Command<R extends Route> = {
  /** Does it; a refusal becomes a toast. */
  run(input: Asked<R>, extra?: Extra): void
  /** The same with a promise that fails with the `RouteProblem`. */
  ask(input: Asked<R>, extra?: Extra): Promise<Output<R>>
  isRunning: boolean
  problem: RouteProblem | null
  /** The input of the run under way, to mark the row it belongs to. */
  input: Asked<R> | undefined
}
export type Extra = { file?: Blob; fileName?: string; idempotencyKey?: string }

type Run<R extends Route> = { input: Asked<R>; extra: Extra & { idempotencyKey: string } }

/** A command route as something to press. Sent once even when the connection breaks: each run has a key of its own. */
export function useCommand<R extends Route>(route: R, options: CommandOptions<R> = {}): Command<R> {
  const mutation = useMutation<Output<R>, RouteProblem, Run<R>, (() => void)[]>({
    mutationFn: ({ input, extra }) => send(route, input, extra),
    async onMutate({ input }) {
      const changes = options.optimistic?.(input) ?? []
      await Promise.all(changes.map((each) => each.stop()))
      return changes.map((each) => each.apply())
    },
    onError(problem, _run, takeBack) {
      for (const restore of takeBack ?? []) restore()
      if (!options.showsProblem?.(problem)) showToast({ title: problem.detail, tone: 'red' })
    },
    onSuccess(output, { input }) {
      const title = typeof options.done === 'function' ? options.done(output, input) : options.done
      const { undo } = options
      if (title)
        showToast({
          title,
          ...(undo ? { undo: () => void undo(output, input, (back) => mutation.mutate(runOf(back))) } : {}),
        })
      options.onDone?.(output, input)
    },
    onSettled: () => void moduleChanged(moduleOf(route)),
  })
  const runOf = (input: Asked<R>, extra: Extra = {}): Run<R> => ({
    input,
    extra: { idempotencyKey: newKey(), ...extra },
  })
  return {
    run: (input, extra) => mutation.mutate(runOf(input, extra)),
    ask: (input, extra) => mutation.mutateAsync(runOf(input, extra)),
    isRunning: mutation.isPending,
    problem: mutation.error,
    input: mutation.isPending ? mutation.variables.input : undefined,
  }
}
