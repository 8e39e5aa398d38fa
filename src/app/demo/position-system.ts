import { text } from './draft-parts.ts'
import type { Perform, Who } from './perform.ts'

const families = [
  { code: 'MGT', name: text('管理', 'Management') },
  { code: 'MKT', name: text('营销', 'Marketing and sales') },
  { code: 'SVC', name: text('客户服务', 'Customer service') },
  { code: 'RND', name: text('研发与技术', 'Research and engineering') },
  { code: 'PRD', name: text('生产', 'Production') },
  { code: 'QUA', name: text('质量', 'Quality') },
  { code: 'SUP', name: text('供应链', 'Supply chain') },
  { code: 'FUN', name: text('职能支持', 'Support functions') },
] as const
const grades = [
  { code: 'G1', rank: 1, name: text('员级', 'Operator') },
  { code: 'G2', rank: 2, name: text('专员级', 'Specialist') },
  { code: 'G3', rank: 3, name: text('主管级', 'Supervisor') },
  { code: 'G4', rank: 4, name: text('经理级', 'Manager') },
  { code: 'G5', rank: 5, name: text('总经理级', 'Executive') },
] as const

type Family = (typeof families)[number]['code']
type Grade = (typeof grades)[number]['code']
type Placed = { code: string; unit: string; title: { readonly [language: string]: string }; isLead: boolean }
type Listed = { families: { id: string; code: string }[]; grades: { id: string; code: string }[] }

/** Makes the families and grades that are not there yet, and tells where a position belongs. */
export async function positionSystem(perform: Perform, founder: Who) {
  const known = await perform<Listed>(founder, 'organisation.listGrades', {})
  const has = (items: readonly { code: string }[], code: string) => items.some((item) => item.code === code)
  for (const family of families)
    if (!has(known.families, family.code)) await perform(founder, 'organisation.createJobFamily', family)
  for (const grade of grades)
    if (!has(known.grades, grade.code)) await perform(founder, 'organisation.createGrade', grade)
  const made = await perform<Listed>(founder, 'organisation.listGrades', {})
  return (position: Placed) => ({
    jobFamilyId: made.families.find((one) => one.code === familyOf(position))?.id ?? null,
    gradeId: made.grades.find((one) => one.code === gradeOf(position))?.id ?? null,
  })
}

const unitFamilies: readonly (readonly [RegExp, Family])[] = [
  [/^(BD|MK|SA|CT)/, 'MKT'],
  [/^CS/, 'SVC'],
  [/^(WH|PU|PM)/, 'SUP'],
  [/^(PD|RI|MO)/, 'RND'],
  [/^QA/, 'QUA'],
  [/^(MC|FM|AS)/, 'PRD'],
]

function familyOf(position: Placed): Family {
  const title = position.title['en'] ?? ''
  if (['G4', 'G5'].includes(gradeOf(position))) return 'MGT'
  if (/inspect|quality/i.test(title)) return 'QUA'
  return unitFamilies.find(([unit]) => unit.test(position.unit))?.[1] ?? 'FUN'
}

function gradeOf({ title, isLead }: Placed): Grade {
  const name = title['en'] ?? ''
  if (/Chairman|General manager/.test(name)) return 'G5'
  if (/^Head|^(Finance|HR) manager/.test(name)) return 'G4'
  if (isLead || /manager/i.test(name)) return 'G3'
  return /operator|packer|clerk|keeper|setter|driver|fitter|cashier|agent/i.test(name) ? 'G1' : 'G2'
}
