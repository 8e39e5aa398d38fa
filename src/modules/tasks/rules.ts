/** True when an entry completes the task. */
export function completes(quantityDone: number, quantityDue: number): boolean {
  return quantityDone >= quantityDue
}

/**
 * Whether somebody who may give tasks to this task's person may also call this one off: of one's own work only what one
 * gave oneself, for else nobody would ever be late.
 */
export function mayCallOff(task: { personId: string; givenBy: string | null }, actorPersonId: string | null): boolean {
  return task.personId !== actorPersonId || task.givenBy === actorPersonId
}

/** True while the author may take an entry back. */
export function mayTakeBack(handedInAt: Date, now: Date, hours: number): boolean {
  return now.getTime() - handedInAt.getTime() <= hours * 3_600_000
}
