import { expect, test } from 'vitest'
import { readParameterFile } from './parameter-file.ts'

test('a CSV with Chinese or English titles and a JSON list give the same rows', () => {
  const content = { floor: '4812', cap: '24060', employee: '0.08', employer: '0.16' }
  const row = { city: '杭州', kind: 'pension', source: '浙人社发, 2026', from: '2026-01-01', content }
  const chinese =
    '城市,类别,下限,上限,个人比例,单位比例,来源,生效日期\n杭州,养老保险,4812,24060,8%,16%,"浙人社发, 2026",2026-01-01\n'
  const english =
    'city\tkind\tfloor\tcap\temployee\temployer\tsource\tfrom\n杭州\tpension\t4812\t24060\t0.08\t0.16\t"浙人社发, 2026"\t2026-01-01'
  expect(readParameterFile(chinese)).toEqual([row])
  expect(readParameterFile(`\uFEFF${english}`)).toEqual([row])
  expect(readParameterFile(JSON.stringify([row]))).toEqual([row])
})

test('empty cells are left out; what is missing is a list; anything else is no such file', () => {
  const text =
    'city,kind,month,includesOwnContributions,missing,source,from,until\n西安,最低工资,2160,是,下限；上限,s,2026-01-01,'
  expect(readParameterFile(text)).toEqual([
    {
      city: '西安',
      kind: 'minimum-wage',
      missing: ['下限', '上限'],
      source: 's',
      from: '2026-01-01',
      content: { month: '2160', includesOwnContributions: true },
    },
  ])
  for (const broken of ['', 'hello', '[1]', '[{', 'a,b\n1,2']) expect(readParameterFile(broken)).toBeNull()
})
