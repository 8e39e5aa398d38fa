import { useSyncExternalStore } from 'react'
import type { Asked, Route } from '#core/contract'
import { baseRoutes } from './base-routes.ts'
import { answerPassword, isPasswordAsked, onPasswordAsked, askPassword } from './password-asked.ts'
import { addressOf, send } from './send.ts'

/** Downloads a file of a route that needs the password typed lately: asks for it first, which a mere link can't. */
export async function download<R extends Route>(route: R, input: Asked<R>): Promise<void> {
  const { until } = await send(baseRoutes.readConfirmation, {})
  if (until !== null || (await askPassword())) location.assign(addressOf(route, input))
}

/** Whether some request waits for the password, and how to tell it that it was typed (or not). */
export function usePasswordAsked(): { isAsked: boolean; answer: (isConfirmed: boolean) => void } {
  return { isAsked: useSyncExternalStore(onPasswordAsked, isPasswordAsked), answer: answerPassword }
}
