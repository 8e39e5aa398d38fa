import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { RequestRow, routes } from '../contract.ts'
import { bookOf } from '../store/names.ts'
import { requestsVisible } from '../store/requests.ts'
import { versionOf } from '../store/versions.ts'
import { rowOf } from './read-request.ts'

export async function listRequests(
  ctx: Context,
  input: Input<(typeof routes)['listRequests']>,
): Promise<Output<(typeof routes)['listRequests']>> {
  const { total, rows: found } = await requestsVisible(ctx, input)
  const book = await bookOf(
    ctx,
    found.flatMap((one) => [one.initiatorId, ...one.state.tasks.map((task) => task.person)]),
  )
  const rows: RequestRow[] = []
  for (const one of found) rows.push(await rowOf(ctx, one, await versionOf(ctx, one.flowId, one.version), [], book))
  return { total, rows }
}
