import type { Effect } from '#core/flow'
import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { managersOf } from '#modules/organisation'
import { titleTexts } from '../rules/title.ts'
import { effectsOf } from '../rules/effects.ts'
import type { Instance } from '../store/instances.ts'
import { isUuid } from '../store/resolve.ts'
import { nodeTexts, type Version } from '../store/versions.ts'

/** Notices carry what the request is called and where it stands, never what is filled in: fields have readers of their own. */
export async function sendNotices(
  ctx: Context,
  instance: Instance,
  version: Version,
  effects: readonly Effect[],
  actor: string | null,
): Promise<void> {
  const nameOf = (node: string | null) => (node === null ? '' : nodeTexts(version, node))
  const tell = async (people: readonly string[], kind: string, node: string | null) =>
    tellPeople(
      ctx,
      [...new Set(people)].filter((one) => one !== actor && isUuid(one)),
      {
        kind: `flow.${kind}`,
        facts: { title: titleTexts(instance), number: instance.number ?? '', step: nameOf(node), by: ctx.actor.name },
        link: `/requests/${instance.id}`,
      },
    )
  const opened = new Map<string, { kind: string; node: string; people: string[] }>()
  for (const effect of effectsOf(effects, 'open-task')) {
    const kind =
      effect.kind === 'fill' ? 'returned' : effect.kind === 'answer' ? 'asked' : effect.isOffer ? 'offered' : 'todo'
    const group = opened.get(`${kind} ${effect.node}`) ?? { kind, node: effect.node, people: [] }
    group.people.push(effect.person)
    opened.set(`${kind} ${effect.node}`, group)
  }
  for (const effect of effectsOf(effects, 'reassign-task')) await tell([effect.to], 'todo', effect.node)
  for (const { kind, node, people } of opened.values()) await tell(people, kind, node)
  for (const effect of effectsOf(effects, 'notify')) {
    const leaders = effect.about === 'due-leader' ? await managersOf(ctx, effect.to.filter(isUuid), ctx.today) : []
    await tell(
      [...effect.to, ...leaders.map((leader) => leader.managerId)],
      kinds[effect.about] ?? effect.about,
      effect.node,
    )
  }
  const [ended] = effectsOf(effects, 'end')
  if (ended) await tell([instance.ownerId], `ended-${ended.outcome}`, null)
}

const kinds: Readonly<Record<string, string>> = { copy: 'copied', 'due-leader': 'due' }
