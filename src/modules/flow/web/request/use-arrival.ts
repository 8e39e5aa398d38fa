import { useEffect, useEffectEvent } from 'react'
import { useCommand } from '#web/query'
import { useSession } from '#web/session'
import { routes, type RequestDetail } from '../../contract.ts'
import type { Act } from './use-act.ts'

/** Tells once that I have seen it: a to-do is read then, and a copy too. */
export function useArrival(request: RequestDetail, act: Act): void {
  const me = useSession().account?.personId ?? null
  const markRead = useCommand(routes.markCopiesRead, { showsProblem: () => true })
  const isUnreadCopy = request.readers.some(({ person, readAt }) => person.id === me && readAt === null)
  const open = request.tasks.filter(({ state }) => state === 'open').map(({ id }) => id)
  const readCopy = useEffectEvent(() => markRead.run({ requestIds: [request.id] }))
  const readTask = useEffectEvent((task: string) => {
    const place = `remit.flow.read/${request.id}/${task}`
    if (sessionStorage.getItem(place)) return
    sessionStorage.setItem(place, '1')
    act.run({ do: 'read', task })
  })
  useEffect(() => {
    if (isUnreadCopy) readCopy()
  }, [isUnreadCopy])
  const openNow = open.join()
  useEffect(() => {
    for (const task of openNow.split(',').filter(Boolean)) readTask(task)
  }, [openNow])
}
