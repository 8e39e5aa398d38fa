import type { Effect } from '#core/flow'

export type EffectOf<Kind extends Effect['do']> = Extract<Effect, { do: Kind }>

/** The effects of one kind, in their order. */
export function effectsOf<Kind extends Effect['do']>(effects: readonly Effect[], kind: Kind): EffectOf<Kind>[] {
  return effects.filter((effect): effect is EffectOf<Kind> => effect.do === kind)
}

/** The token of a timer `t3.0`, or of a task. */
export function tokenOfTimer(timer: string): string {
  return timer.slice(0, timer.lastIndexOf('.'))
}
