import { useMemo, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { DataGrid } from '../ui/DataGrid.tsx'
import type { GridColumn } from '../ui/DataGrid.tsx'
import { samplePeople } from './people.ts'
import type { Person } from './people.ts'
import { Case, useSay } from './say.tsx'

const nobody: readonly Person[] = []

export function GridGroup() {
  const say = useSay()
  const rows = useMemo(() => samplePeople(10_000), [])
  const [selected, select] = useState<ReadonlySet<string>>(new Set())
  const [opened, open] = useState('')
  const columns = useMemo(() => peopleColumns(say), [say])
  return (
    <>
      <Case name={say('一万行：选择、排序、列设置、导出', 'Ten thousand rows: select, sort, columns, export')}>
        <DataGrid
          id="kit-people"
          label={say('花名册', 'People')}
          rows={rows}
          rowId={(person) => person.id}
          rowName={(person) => person.name}
          columns={columns}
          selected={selected}
          onSelect={select}
          onOpen={(person) => open(person.name)}
          onExport={(visible) => open(visible.map((column) => column.title).join(', '))}
          bulkActions={(ids) => (
            <>
              <Button size="sm">{say('调动', 'Transfer')}</Button>
              <Button size="sm">{say('发送通知', 'Notify')}</Button>
              <Button size="sm" variant="danger-quiet">
                {say(`停用 ${ids.size} 人`, `Disable ${ids.size}`)}
              </Button>
            </>
          )}
          maxHeight="30rem"
        />
        <p aria-live="polite" className="text-sm text-muted" data-opened={opened}>
          {opened}
        </p>
      </Case>
      <Case name={say('加载中', 'Loading')}>
        <DataGrid
          id="kit-loading"
          label={say('加载中的表格', 'Loading grid')}
          rows={nobody}
          rowId={(person) => person.id}
          columns={columns}
          isLoading
          maxHeight="16rem"
        />
      </Case>
      <Case name={say('没有数据', 'Nothing')}>
        <DataGrid
          id="kit-empty"
          label={say('空表格', 'Empty grid')}
          rows={nobody}
          rowId={(person) => person.id}
          columns={columns}
        />
      </Case>
      <Case name={say('出错', 'Failed')}>
        <DataGrid
          id="kit-error"
          label={say('出错的表格', 'Failed grid')}
          rows={nobody}
          rowId={(person) => person.id}
          columns={columns}
          error={
            <p role="alert" className="text-center text-red-text">
              {say('网络连接中断，请重试。', 'The connection was lost. Please try again.')}
            </p>
          }
        />
      </Case>
    </>
  )
}

function peopleColumns(say: (zh: string, en: string) => string): GridColumn<Person>[] {
  const states = {
    active: { title: say('在职', 'Active'), tone: 'bg-green-soft text-green-text' },
    probation: { title: say('试用', 'Probation'), tone: 'bg-amber-soft text-amber-text' },
    left: { title: say('离职', 'Left'), tone: 'bg-gray-soft text-gray-text' },
  }
  return [
    {
      id: 'number',
      title: say('工号', 'Number'),
      widthPx: 104,
      pin: 'start',
      sortBy: (p) => p.number,
      cell: (p) => <span className="text-muted">{p.number}</span>,
    },
    {
      id: 'name',
      title: say('姓名', 'Name'),
      widthPx: 112,
      pin: 'start',
      locked: true,
      sortBy: (p) => p.name,
      cell: (p) => <span className="font-medium">{p.name}</span>,
    },
    { id: 'unit', title: say('组织单元', 'Unit'), widthPx: 176, sortBy: (p) => p.unit, cell: (p) => p.unit },
    {
      id: 'position',
      title: say('岗位', 'Position'),
      widthPx: 152,
      sortBy: (p) => p.position,
      cell: (p) => p.position,
    },
    {
      id: 'state',
      title: say('状态', 'Status'),
      widthPx: 112,
      sortBy: (p) => p.state,
      cell: (p) => (
        <span className={`rounded-sm px-1.5 py-0.5 text-xs font-medium ${states[p.state].tone}`}>
          {states[p.state].title}
        </span>
      ),
    },
    { id: 'since', title: say('入职日期', 'Since'), widthPx: 128, sortBy: (p) => p.since, cell: (p) => p.since },
    {
      id: 'phone',
      title: say('手机', 'Phone'),
      widthPx: 144,
      cell: (p) => `${p.phone.slice(0, 3)}****${p.phone.slice(7)}`,
    },
    {
      id: 'fulfilment',
      title: say('履职', 'Fulfilment'),
      widthPx: 120,
      align: 'end',
      sortBy: (p) => p.fulfilmentPermille,
      cell: (p) => `${(p.fulfilmentPermille / 10).toFixed(1)}%`,
    },
    {
      id: 'salary',
      title: say('月薪', 'Salary'),
      widthPx: 136,
      align: 'end',
      hidden: true,
      sortBy: (p) => p.salaryFen,
      cell: (p) =>
        p.salaryFen === null ? '—' : `¥${(p.salaryFen / 100).toLocaleString('en', { minimumFractionDigits: 2 })}`,
    },
  ]
}
