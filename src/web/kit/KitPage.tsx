import { useState } from 'react'
import type { ReactNode } from 'react'
import { KitProvider } from '../ui/kit-words.tsx'
import { ActionGroup } from './ActionGroup.tsx'
import { ChartGroup } from './ChartGroup.tsx'
import { DateGroup } from './DateGroup.tsx'
import { FieldGroup } from './FieldGroup.tsx'
import { FilterGroup } from './FilterGroup.tsx'
import { GridGroup } from './GridGroup.tsx'
import { LayoutGroup } from './LayoutGroup.tsx'
import { OverlayGroup } from './OverlayGroup.tsx'
import { PaletteGroup } from './PaletteGroup.tsx'
import { ProcessGroup } from './ProcessGroup.tsx'
import { apply, readState, writeState } from './query.ts'
import type { KitState } from './query.ts'
import { LanguageContext } from './say.tsx'
import { DeskShellPage, PhoneShellPage } from './ShellGroup.tsx'
import { TreeGroup } from './TreeGroup.tsx'

type Group = {
  id: string
  zh: string
  en: string
  part: () => ReactNode
  /** Fills the window: a frame of its own. */ isWhole?: boolean
}

const groups: readonly Group[] = [
  { id: 'actions', zh: '按钮与标签', en: 'Buttons and tags', part: ActionGroup },
  { id: 'fields', zh: '表单', en: 'Form fields', part: FieldGroup },
  { id: 'dates', zh: '日期', en: 'Dates', part: DateGroup },
  { id: 'overlays', zh: '浮层', en: 'Overlays', part: OverlayGroup },
  { id: 'layout', zh: '页面部件', en: 'Page parts', part: LayoutGroup },
  { id: 'grid', zh: '数据表格', en: 'Data grid', part: GridGroup },
  { id: 'filter', zh: '筛选栏', en: 'Filter bar', part: FilterGroup },
  { id: 'tree', zh: '树', en: 'Trees', part: TreeGroup },
  { id: 'process', zh: '流程与上传', en: 'Process and upload', part: ProcessGroup },
  { id: 'charts', zh: '图表', en: 'Charts', part: ChartGroup },
  { id: 'palette', zh: '全局搜索', en: 'Command palette', part: PaletteGroup },
  { id: 'desk', zh: '桌面框架', en: 'Desk shell', part: DeskShellPage, isWhole: true },
  { id: 'phone', zh: '手机框架', en: 'Phone shell', part: PhoneShellPage, isWhole: true },
]

/** Every part in every state, in both languages, in light and dark, on the desk and under the thumb. */
export function KitPage() {
  const [state, setState] = useState(() => {
    const first = readState(groups.map((group) => group.id))
    apply(first)
    return first
  })
  const change = (part: Partial<KitState>) => {
    const next = { ...state, ...part }
    writeState(next)
    setState(next)
  }
  const group = groups.find((one) => one.id === state.group)
  const title = (one: Group) => (state.lang === 'zh-CN' ? one.zh : one.en)
  if (group?.isWhole)
    return (
      <LanguageContext value={state.lang}>
        <KitProvider language={state.lang}>
          <group.part />
        </KitProvider>
      </LanguageContext>
    )
  return (
    <LanguageContext value={state.lang}>
      <KitProvider language={state.lang}>
        <title>{`Remit UI · ${group ? title(group) : ''}`}</title>
        <KitHead state={state} change={change} />
        <div className="mx-auto flex max-w-[90rem] flex-col gap-6 px-page pb-16 lg:flex-row lg:gap-8">
          <nav
            aria-label={state.lang === 'zh-CN' ? '组件分组' : 'Groups of parts'}
            className="flex shrink-0 gap-1 overflow-x-auto py-1 lg:sticky lg:top-16 lg:w-44 lg:flex-col lg:self-start lg:overflow-visible lg:py-4"
          >
            {groups.map((one) => (
              <a
                key={one.id}
                href={`?${new URLSearchParams({ ...state, group: one.id }).toString()}`}
                aria-current={one.id === state.group ? 'page' : undefined}
                onClick={(event) => {
                  event.preventDefault()
                  change({ group: one.id })
                }}
                className="flex min-h-control min-w-11 shrink-0 items-center rounded-md px-3 text-muted no-underline hover:bg-hover aria-[current]:bg-primary-soft aria-[current]:font-medium aria-[current]:text-primary-text"
              >
                {title(one)}
              </a>
            ))}
          </nav>
          <main key={state.group} className="flex min-w-0 flex-1 flex-col gap-6 py-4">
            <h1 className="text-2xl font-semibold">{group && title(group)}</h1>
            {group && <group.part />}
          </main>
        </div>
      </KitProvider>
    </LanguageContext>
  )
}

function KitHead({ state, change }: { state: KitState; change: (part: Partial<KitState>) => void }) {
  const zh = state.lang === 'zh-CN'
  return (
    <header className="sticky top-0 z-10 flex min-h-14 flex-wrap items-center gap-2 border-b border-line bg-surface px-page py-1.5">
      <span className="mr-auto text-md font-semibold">Remit UI</span>
      <Switch
        label={zh ? '语言' : 'Language'}
        value={state.lang}
        options={[
          ['zh-CN', '中文'],
          ['en', 'EN'],
        ]}
        onChange={(lang) => change({ lang })}
      />
      <Switch
        label={zh ? '外观' : 'Appearance'}
        value={state.theme}
        options={[
          ['light', zh ? '浅色' : 'Light'],
          ['dark', zh ? '深色' : 'Dark'],
        ]}
        onChange={(theme) => change({ theme })}
      />
      <Switch
        label={zh ? '密度' : 'Density'}
        value={state.density}
        options={[
          ['compact', zh ? '桌面' : 'Desk'],
          ['touch', zh ? '触屏' : 'Touch'],
        ]}
        onChange={(density) => change({ density })}
      />
    </header>
  )
}

type SwitchProps<Value extends string> = {
  label: string
  value: Value
  options: readonly (readonly [Value, string])[]
  onChange: (value: Value) => void
}

function Switch<Value extends string>({ label, value, options, onChange }: SwitchProps<Value>) {
  return (
    <div role="group" aria-label={label} className="flex rounded-md bg-hover p-0.5">
      {options.map(([id, title]) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === value}
          onClick={() => onChange(id)}
          className="min-h-7 rounded-sm px-2.5 text-sm text-muted aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-text aria-pressed:shadow-control touch:min-h-11 touch:min-w-11"
        >
          {title}
        </button>
      ))}
    </div>
  )
}
