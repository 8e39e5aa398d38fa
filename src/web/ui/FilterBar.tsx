import { useEffect, useEffectEvent, useState } from 'react'
import type { ReactNode } from 'react'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { Button } from './Button.tsx'
import { FilterChip } from './filter-bar/FilterChip.tsx'
import { isFiltered, noFilters, withValue } from './filter-bar/filter-state.ts'
import type { Filter, FilterState } from './filter-bar/filter-state.ts'
import { useSavedViews } from './filter-bar/saved-views.ts'
import type { ViewKeeper } from './filter-bar/saved-views.ts'
import { ViewMenu } from './filter-bar/ViewMenu.tsx'
import { useKitWords } from './kit-words.tsx'
import { SearchField } from './SearchField.tsx'

export { isDaySpan, noFilters, queryOf } from './filter-bar/filter-state.ts'
export type { Filter, FilterState, FilterValue } from './filter-bar/filter-state.ts'
export type { SavedView, ViewKeeper } from './filter-bar/saved-views.ts'

export type FilterBarProps = {
  /** Saved views are kept in this browser under it. */
  id: string
  filters: readonly Filter[]
  /** The screen keeps the state, best in its address: see `queryOf` and `stateOf`. */
  state: FilterState
  onChange: (state: FilterState) => void
  /** What the search box finds: 姓名 / 工号 / 手机. Left out: no box. */
  searchLabel?: string
  /** The number of results, read out when it changes. */
  count?: ReactNode
  /** Views kept elsewhere than in the browser; `none` shows no views. */
  views?: ViewKeeper | 'none'
  /** At the end of the line: the screen's main actions. */
  children?: ReactNode
}

export function FilterBar(props: FilterBarProps) {
  const { id, filters, state, onChange, searchLabel, count, children } = props
  const words = useKitWords()
  const own = useSavedViews(id, state)
  const views = props.views ?? own
  return (
    <div role="search" className="flex min-w-0 flex-wrap items-center gap-2">
      {searchLabel !== undefined && (
        <SearchBox label={searchLabel} value={state.search} onChange={(search) => onChange({ ...state, search })} />
      )}
      {filters.map((filter) => (
        <FilterChip
          key={filter.id}
          filter={filter}
          value={state.values[filter.id]}
          onChange={(value) => onChange(withValue(state, filter.id, value))}
        />
      ))}
      {isFiltered(state) && (
        <Button variant="quiet" icon={RotateCcw} onPress={() => onChange(noFilters)}>
          {words('filter.clear-all')}
        </Button>
      )}
      {views !== 'none' && <ViewMenu keeper={views} canSave={isFiltered(state)} onTake={onChange} />}
      <span aria-live="polite" className="text-sm text-muted">
        {count}
      </span>
      {children && <span className="ml-auto flex flex-wrap items-center gap-2">{children}</span>}
    </div>
  )
}

const typingPauseMs = 250

/** Tells of the text when the typing pauses, so that a list isn't asked for at every key. */
function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)
  // The address changed from outside: a view was taken, or the back button pressed.
  if (told !== value) {
    setTold(value)
    setText(value)
  }
  const tell = (next: string) => {
    setTold(next)
    onChange(next)
  }
  const tellLater = useEffectEvent(() => tell(text.trim()))
  useEffect(() => {
    if (text.trim() === told) return
    const timer = setTimeout(tellLater, typingPauseMs)
    return () => clearTimeout(timer)
  }, [text, told])
  return (
    <SearchField
      label={label}
      value={text}
      onChange={(next) => {
        setText(next)
        if (next === '') tell('')
      }}
      onSubmit={() => tell(text.trim())}
      className="w-full sm:w-64"
    />
  )
}
