import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#kernel/context'
import type { ImportField, Importer, ImportPlan, ImportRow, RowFault } from '#kernel/importer'
import { peopleByNumber, soundOf, unitsByCode } from '#modules/organisation'
import { naturalKey, readAttributes } from './rules.ts'
import { subjectTypes } from './service/types.ts'
import { idsByKey } from './store/names.ts'
import { mainUnits } from './store/places.ts'
import {
  insertSubjects,
  lockSubjects,
  setState,
  subjectsById,
  updateSubject,
  type NewSubject,
} from './store/subject.ts'

const text = (key: string, zh: string[], en: string[], maxLength: number, required = false): ImportField => ({
  key,
  titles: { en, 'zh-CN': zh },
  kind: 'text',
  maxLength,
  required,
})

const fields: readonly ImportField[] = [
  text('type', ['类型', '对象类型'], ['Type'], 40, true),
  text('key', ['编号', '编码', '单号'], ['Key', 'Code', 'Number'], 200, true),
  text('name', ['名称'], ['Name'], 300, true),
  text('ownerNumber', ['负责人工号', '归属人工号'], ['Owner', 'Owner number'], 100),
  text('unitCode', ['组织单元编码', '部门编码'], ['Unit', 'Unit code'], 100),
  {
    key: 'state',
    titles: { en: ['State'], 'zh-CN': ['状态'] },
    kind: 'choice',
    choices: [
      { value: 'open', titles: ['open', '进行中', '启用'] },
      { value: 'closed', titles: ['closed', '已关闭', '停用'] },
    ],
  },
  text('attributes', ['属性'], ['Attributes'], 4000),
]

/** A sheet of subjects, known by type and key. The type may be written by its key or by its name in any language. */
export const importer: Importer = { permission: 'subjects.keep', fields, plan }

type Line = NewSubject & { line: number; state: 'open' | 'closed' }

async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const { lines, faults } = await readLines(ctx, rows)
  const ids = new Map((await idsByKey(ctx, lines)).map((row) => [naturalKey(row), row.id]))
  await lockSubjects(ctx, [...ids.values()])
  const known = await subjectsById(ctx, [...ids.values()])
  const created = lines.filter((line) => !ids.has(naturalKey(line)))
  const updated: Line[] = []
  for (const line of lines) {
    const id = ids.get(naturalKey(line))
    const before = id && known.get(id)
    const about = before ? [before, line] : [line]
    if (!about.every((one) => ctx.may('subjects.keep', { personId: one.ownerId, unitId: one.unitId })))
      faults.push({ line: line.line, field: 'key', code: 'subjects.not-yours', facts: { key: line.key } })
    else if (id && before && !isDeepStrictEqual(gist(before), gist(line))) updated.push({ ...line, id })
  }
  const states = updated.filter((line) => known.get(line.id)?.state !== line.state)
  return {
    faults: faults.toSorted((a, b) => a.line - b.line),
    created: created.length,
    updated: updated.length,
    unchanged: lines.length - created.length - updated.length,
    async apply() {
      await insertSubjects(ctx, created)
      for (const line of updated) await updateSubject(ctx, line)
      for (const line of states) await setState(ctx, line.id, line.state)
      await ctx.audit({
        action: 'subjects.import',
        target: 'subjects',
        after: { created: created.length, updated: updated.length },
      })
      await ctx.announce('subjects')
    },
  }
}

async function readLines(ctx: Context, rows: readonly ImportRow[]): Promise<{ lines: Line[]; faults: RowFault[] }> {
  const types = new Map(
    (await subjectTypes(ctx)).flatMap((type) =>
      [type.key, ...Object.values(type.name)].map((called) => [called.toLowerCase(), type.key] as const),
    ),
  )
  const people = await peopleByNumber(ctx, columnOf(rows, 'ownerNumber'))
  const units = await unitsByCode(ctx, columnOf(rows, 'unitCode'))
  const homes = await mainUnits(ctx, [...people.values()])
  const seen = new Map<string, number>()
  const lines: Line[] = []
  const faults: RowFault[] = []
  for (const { line, values } of rows) {
    const said = (key: string) => String(values[key] ?? '').trim()
    const fault = (field: string, code: string, facts: RowFault['facts']) =>
      void faults.push({ line, field, code: `subjects.${code}`, facts })
    const type = types.get(said('type').toLowerCase())
    const ownerId = said('ownerNumber') ? people.get(said('ownerNumber')) : null
    const unitId = said('unitCode') ? units.get(said('unitCode')) : ((ownerId && homes.get(ownerId)) ?? null)
    const attributes = readAttributes(said('attributes'))
    if (!type) fault('type', 'unknown-type', { type: said('type') })
    else if (ownerId === undefined) fault('ownerNumber', 'unknown-owner', { number: said('ownerNumber') })
    else if (unitId === undefined) fault('unitCode', 'unknown-unit', { code: said('unitCode') })
    else if (!attributes) fault('attributes', 'bad-attributes', {})
    else {
      const key = said('key')
      const first = seen.get(naturalKey({ type, key }))
      if (first !== undefined) {
        fault('key', 'twice', { key, first })
        continue
      }
      seen.set(naturalKey({ type, key }), line)
      const name = said('name')
      const state = values['state'] === 'closed' ? 'closed' : 'open'
      lines.push({ line, id: ctx.newId(), type, key, name, pinyin: soundOf(name), ownerId, unitId, state, attributes })
    }
  }
  return { lines, faults }
}

function columnOf(rows: readonly ImportRow[], key: string): string[] {
  return [...new Set(rows.map(({ values }) => String(values[key] ?? '').trim()).filter((each) => each !== ''))]
}

function gist({
  name,
  ownerId,
  unitId,
  state,
  attributes,
}: Pick<Line, 'name' | 'ownerId' | 'unitId' | 'state' | 'attributes'>) {
  return { name, ownerId, unitId, state, attributes: Object.entries(attributes).toSorted() }
}
