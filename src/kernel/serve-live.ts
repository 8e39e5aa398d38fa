import type { FastifyReply } from 'fastify'
import { dispatch, type Asking } from './dispatch.ts'
import type { BoundRoute, House } from './house.ts'

const heartbeatMs = 20_000

/**
 * Server-sent events: the route's handler says whom the stream is for. A dead session ends it when its end is
 * announced (topic `session`), at the latest at the next beat.
 */
export async function serveLive(
  house: House,
  bound: BoundRoute,
  asking: Asking,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { tenantId, accountId } = (await dispatch(house, bound, asking)) as {
    tenantId: string
    accountId: string | null
  }
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  raw.write('retry: 3000\n\n')
  const check = () => {
    dispatch(house, bound, asking).then(
      () => raw.write(': beat\n\n'),
      () => raw.end(),
    )
  }
  const stop = house.live.subscribe({
    tenantId,
    accountId,
    tell: (topic) => {
      if (topic === 'session') check()
      else raw.write(`event: changed\ndata: ${JSON.stringify({ topic })}\n\n`)
    },
  })
  const beat = setInterval(check, heartbeatMs)
  beat.unref()
  raw.on('close', () => {
    clearInterval(beat)
    stop()
  })
  return reply
}
