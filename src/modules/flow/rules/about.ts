import type { About } from '../store/evidence.ts'
import type { Instance } from '../store/instances.ts'

/** What evidence of a request is about: its subject, or the request itself. */
export function aboutOf({ id, subject }: Pick<Instance, 'id' | 'subject'>, gate: string): About {
  return { gate, subjectType: subject?.type ?? 'request', subjectKey: subject?.key ?? id }
}
