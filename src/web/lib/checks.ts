import { useEffect, useState } from 'react'
import type * as z from 'zod'
import type { Route, Routes } from '#core/contract'
import { moduleOf } from './cache.ts'

/** Fetches a module's contract with its schemas; told by the app once. */
type LoadContract = (module: string) => Promise<Routes | undefined>

let load: LoadContract = async () => undefined
const known = new Map<string, z.ZodObject>()

export function knowContracts(loader: LoadContract): void {
  load = loader
}

/** The schema of a route's input. In the built pages the routes of screens carry none, see `vite-light-contracts.ts`. */
export async function schemaOf(route: Route): Promise<z.ZodObject> {
  const at = placeOf(route)
  const found = schemaAtHand(route)
  if (found) return found
  const routes = (await load(moduleOf(route))) ?? {}
  for (const each of Object.values(routes)) known.set(placeOf(each), each.input)
  const schema = known.get(at)
  if (!schema) throw new Error(`no contract states ${at}`)
  return schema
}

/** The same for drawing: undefined until it is there, which is a moment after the first form of a module. */
export function useSchema(route: Route): z.ZodObject | undefined {
  const [schema, setSchema] = useState(() => schemaAtHand(route))
  useEffect(() => {
    let isCurrent = true
    void schemaOf(route).then((found) => isCurrent && setSchema(found))
    return () => {
      isCurrent = false
    }
  }, [route])
  return schema
}

function schemaAtHand(route: Route): z.ZodObject | undefined {
  return isLight(route) ? known.get(placeOf(route)) : route.input
}

function isLight(route: Route): boolean {
  return (route.input as { isLight?: boolean }).isLight === true
}

function placeOf(route: Route): string {
  return `${route.method} ${route.path}`
}
