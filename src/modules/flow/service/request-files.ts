import { Problem } from '#kernel/problem'
import type { Context } from '#kernel/context'
import { findInstance } from '../store/instances.ts'
import { viewerOf } from './viewer.ts'

/** Files of a request are for whoever may read it; which of them, the form tells: ids of hidden fields are told to nobody. */
export async function mayReadFile(ctx: Context, requestId: string): Promise<boolean> {
  try {
    await viewerOf(ctx, await findInstance(ctx, requestId))
    return true
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-found') return false
    throw error
  }
}
