import type { Perform, Who } from './perform.ts'
import type { DemoWorld } from './set-up.ts'

type Row = { readonly id: string; readonly personId: string; readonly title: { readonly 'zh-CN'?: string } }
type Colleague = { readonly id: string; readonly who: Who; readonly name: string }

const customers = ['宏达五金', '远方户外', '嘉禾农产', '鼎盛食品', '春风母婴', '蓝海数码']

/** Whose customers and orders there are, what people say about their open work, and an appeal that waits for its answer. */
export async function addTaskLife(perform: Perform, { hr, accounts }: DemoWorld): Promise<void> {
  const found = await Promise.all(
    ['zhangwei', 'wangfang', 'liuyang'].map((text) => colleague(perform, hr, accounts, text)),
  )
  const [zhang, wang, liu] = found
  if (!zhang || !wang || !liu) return
  const owners = [zhang, wang, liu]
  const subjectIds: string[] = []
  for (const [at, name] of customers.entries()) {
    const owner = owners[at % owners.length] ?? zhang
    const made = await perform<{ subjectId: string }>(owner.who, 'subjects.createSubject', {
      type: 'customer',
      key: `C-${1001 + at}`,
      name,
      ownerId: owner.id,
      unitId: null,
      attributes: { 等级: at % 3 === 0 ? 'A' : 'B' },
    })
    subjectIds.push(made.subjectId)
    await perform(owner.who, 'subjects.createSubject', {
      type: 'order',
      key: `SO-2026-${101 + at}`,
      name: `${name}首单`,
      ownerId: owner.id,
      unitId: null,
      attributes: { 客户: `C-${1001 + at}` },
    })
  }
  const [first, second] = await openTasks(perform, zhang)
  if (first) {
    const task = { taskId: first.id }
    await perform(zhang.who, 'tasks.setTaskSubjects', { ...task, subjectIds: subjectIds.slice(0, 1) })
    await perform(zhang.who, 'tasks.addSubtask', { ...task, title: '带上新品报价单' })
    await perform(zhang.who, 'tasks.writeComment', {
      ...task,
      words: `宏达想看新品样册，@${wang.name} 你手上还有吗？`,
      mentions: [wang.id],
    })
    await perform(wang.who, 'tasks.writeComment', { ...task, words: '有两本，下午放你桌上。' })
  }
  if (second) await appeal(perform, zhang, second, '客户本周停业装修，无法拜访。')
  const [other] = await openTasks(perform, wang)
  if (other)
    await perform(wang.who, 'tasks.plead', {
      taskId: other.id,
      kind: 'help',
      personId: liu.id,
      reason: '同一天两家客户，请帮忙跑一家。',
    })
  const [excused] = await openTasks(perform, liu)
  if (!excused) return
  const { pleaId, deciderId } = await appeal(perform, liu, excused, '客户已转由总部直签。')
  const decider = accounts.get(deciderId)
  if (decider)
    await perform(decider, 'tasks.answerPlea', {
      taskId: excused.id,
      pleaId,
      answer: 'excuse',
      words: '情况属实，免除。',
    })
}

async function colleague(
  perform: Perform,
  hr: Who,
  accounts: DemoWorld['accounts'],
  text: string,
): Promise<Colleague | undefined> {
  const { rows } = await perform<{ rows: { id: string; name: string }[] }>(hr, 'organisation.listPersons', {
    text,
    limit: '1',
  })
  const [row] = rows
  const who = row && accounts.get(row.id)
  return row && who ? { id: row.id, who, name: row.name } : undefined
}

async function openTasks(perform: Perform, { id, who }: Colleague): Promise<readonly Row[]> {
  const { rows } = await perform<{ rows: Row[] }>(who, 'tasks.listTasks', { personId: id, limit: '5' })
  return rows
}

async function appeal(perform: Perform, { who }: Colleague, { id }: Row, reason: string) {
  const { pleaId } = await perform<{ pleaId: string }>(who, 'tasks.plead', { taskId: id, kind: 'appeal', reason })
  const { pleas } = await perform<{ pleas: { id: string; askedId: string }[] }>(who, 'tasks.readTask', { taskId: id })
  return { pleaId, deciderId: pleas.find((plea) => plea.id === pleaId)?.askedId ?? '' }
}
