import { randomUUID } from 'node:crypto'
import { dispatch, type Credentials } from '#kernel/dispatch'
import type { House } from '#kernel/house'
import { Problem } from '#kernel/problem'

export type Who = { readonly tenantId: string; readonly accountId: string } | 'nobody'
/** Carries out one of the product's own routes, as if it had come by HTTP. */
export type Perform = <T>(who: Who, route: string, input: object) => Promise<T>

export function performer(house: House): Perform {
  const routes = new Map(house.routes.map((bound) => [`${bound.module.name}.${bound.name}`, bound]))
  return async <T>(who: Who, route: string, input: object): Promise<T> => {
    const bound = routes.get(route)
    if (!bound) throw new Error(`no route ${route}`)
    const credentials: Credentials = who === 'nobody' ? { kind: 'nobody' } : { kind: 'account', ...who }
    const call = { userAgent: 'demo', setSession: () => {}, tag: () => {} }
    try {
      return (await dispatch(house, bound, {
        credentials,
        input,
        requestId: randomUUID(),
        address: '',
        language: 'zh-CN',
        call,
      })) as T
    } catch (error) {
      if (error instanceof Problem)
        throw new Error(`${route}: ${error.code} ${JSON.stringify(error.facts)}`, { cause: error })
      throw error
    }
  }
}

/** Runs tasks a few at a time, in order of their beginning. */
export async function severalAtOnce<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  workers = 6,
): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: workers }, worker))
}
