import { useMemo, useState } from 'react'
import Database from 'lucide-react/icons/database'
import { useUnitNodes } from '#screens/organisation'
import { DataGrid } from '#ui/DataGrid'
import { Empty } from '#ui/Empty'
import { FilterBar, isDaySpan, type Filter } from '#ui/FilterBar'
import { ProblemNote } from '#web/await'
import { useFilters } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLanguage, useWords } from '#web/words'
import { routes, type Fact } from '../contract.ts'
import { CorrectDialog } from './CorrectDialog.tsx'
import { useFactColumns } from './fact-columns.tsx'
import { kindName } from './formula.ts'
import { FreshnessNote } from './FreshnessNote.tsx'
import { ReverseDialog } from './ReverseDialog.tsx'
import { Sources } from './Sources.tsx'
import { useSourceName } from './use-source-name.ts'

const [firstRows, mostRows] = [100, 500]
const noWords = { kinds: {}, fields: {}, choices: {}, money: [] }

/** Every fact with its source; a wrong one is taken back here. */
export default function FactsScreen() {
  const t = useWords('indicators')
  const language = useLanguage()
  const sourceName = useSourceName()
  const nodes = useUnitNodes()
  const sources = useRead(routes.readSources, {})
  const words = sources.data?.words ?? noWords
  const filters = useMemo<Filter[]>(
    () => [
      { id: 'days', kind: 'days', label: t('fact.day') },
      {
        id: 'kind',
        kind: 'choices',
        label: t('fact.kind'),
        options: Object.keys(words.kinds).map((kind) => ({ id: kind, label: kindName(kind, words, language, t) })),
      },
      {
        id: 'source',
        kind: 'choices',
        label: t('fact.source'),
        options: (sources.data?.sources ?? []).map(({ source }) => ({ id: source, label: sourceName(source) })),
      },
      { id: 'unit', kind: 'tree', label: t('board.unit'), nodes, isMany: true },
    ],
    [t, words, language, sources.data, sourceName, nodes],
  )
  const [state, setState] = useFilters(filters)
  const [limit, setLimit] = useState(firstRows)
  const [reversing, setReversing] = useState<Fact | null>(null)
  const [correcting, setCorrecting] = useState<Fact | null>(null)
  const { days, kind, source, unit } = state.values
  const asked = {
    ...(isDaySpan(days) ? { from: days.from, until: days.until } : {}),
    ...many('kind', kind),
    ...many('source', source),
    ...many('unitId', unit),
    ...(state.search ? { text: state.search } : {}),
    limit,
  }
  const facts = useRead(routes.listFacts, asked, { keep: true })
  const rows = facts.data?.rows ?? []
  const hasMore = facts.data?.hasMore ?? false
  return (
    <Page title={t('menu.facts')} marks={<Sources sources={sources.data?.sources ?? []} />}>
      <div className="flex flex-col gap-3">
        <FreshnessNote />
        <FilterBar
          id="facts"
          filters={filters}
          state={state}
          onChange={(next) => {
            setLimit(firstRows)
            setState(next)
          }}
          searchLabel={t('fact.search')}
        />
        <DataGrid
          id="facts"
          label={t('menu.facts')}
          rows={rows}
          hasMoreRows={hasMore}
          rowId={(fact) => fact.id}
          columns={useFactColumns(words, setReversing, setCorrecting)}
          isLoading={facts.isLoading || facts.isPlaceholderData}
          error={facts.error ? <ProblemNote problem={facts.error} onAgain={() => void facts.refetch()} /> : undefined}
          empty={<Empty icon={Database} title={t('fact.none')} description={t('fact.noneHint')} />}
          onEnd={() => hasMore && limit < mostRows && setLimit(mostRows)}
        />
        {hasMore && limit === mostRows && (
          <p className="text-sm text-muted">{t('fact.more', { shown: rows.length })}</p>
        )}
      </div>
      {correcting && <CorrectDialog fact={correcting} words={words} onClose={() => setCorrecting(null)} />}
      {reversing && <ReverseDialog fact={reversing} words={words} onClose={() => setReversing(null)} />}
    </Page>
  )
}

function many<K extends string>(key: K, value: unknown): { [P in K]?: string[] } {
  return (Array.isArray(value) && value.length > 0 ? { [key]: value } : {}) as { [P in K]?: string[] }
}
