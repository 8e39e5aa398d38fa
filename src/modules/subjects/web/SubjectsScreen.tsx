import { lazy, Suspense, useState } from 'react'
import FileUp from 'lucide-react/icons/file-up'
import Plus from 'lucide-react/icons/plus'
import { useUnitNodes } from '#screens/organisation'
import { Button, LinkButton } from '#ui/Button'
import { FilterBar, isDaySpan, type Filter, type FilterState } from '#ui/FilterBar'
import { IconButton } from '#ui/IconButton'
import { Skeleton } from '#ui/Skeleton'
import { later } from '#web/later'
import { hrefTo, useFilters, useGo, useHref } from '#web/links'
import { Page, usePhone } from '#web/page'
import { usePages } from '#web/pages'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { SubjectCards } from './SubjectCards.tsx'
import { useSubjectTypes } from './SubjectMark.tsx'

const SubjectSheet = later(async () => (await import('./SubjectSheet.tsx')).SubjectSheet)
const HandOverSheet = later(async () => (await import('./HandOverSheet.tsx')).HandOverSheet)
const TypesSheet = later(async () => (await import('./TypesSheet.tsx')).TypesSheet)
const SubjectGrid = lazy(() => import('./SubjectGrid.tsx'))

type Opened = { kind: 'new' } | { kind: 'types' } | { kind: 'hand-over'; ids: readonly string[] } | null

/** The register of subjects one may see. */
export default function SubjectsScreen() {
  const t = useWords('subjects')
  const may = useMay()
  const go = useGo()
  const isPhone = usePhone()
  const importHref = useHref()('transfer.import', { kind: 'subjects' })
  const filters = useSubjectFilters()
  const [state, setState] = useFilters(filters)
  const [opened, setOpened] = useState<Opened>(null)
  const list = usePages(routes.listSubjects, asked(state), (last, all) => {
    const read = all.reduce((sum, page) => sum + page.rows.length, 0)
    return last.rows.length > 0 && read < last.total ? { offset: read } : undefined
  })
  const rows = list.pages?.flatMap((page) => page.rows) ?? []
  const total = list.pages?.[0]?.total
  const add = isPhone ? (
    <IconButton icon={Plus} label={t('list.add')} onPress={() => setOpened({ kind: 'new' })} />
  ) : (
    <Button variant="primary" icon={Plus} onPress={() => setOpened({ kind: 'new' })}>
      {t('list.add')}
    </Button>
  )
  return (
    <Page
      title={t('menu.subjects')}
      {...(isPhone ? {} : { description: t('list.lead') })}
      actions={
        <>
          {!isPhone && may('subjects.edit-types') && (
            <Button onPress={() => setOpened({ kind: 'types' })}>{t('list.types')}</Button>
          )}
          {!isPhone && may('subjects.keep') && importHref && (
            <LinkButton icon={FileUp} href={importHref}>
              {t('list.import')}
            </LinkButton>
          )}
          {may('subjects.keep') && add}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <FilterBar
          id="subjects"
          filters={filters}
          state={state}
          onChange={setState}
          searchLabel={t('list.search')}
          count={total !== undefined && t('list.total', { total })}
        />
        {isPhone ? (
          <SubjectCards list={list} rows={rows} />
        ) : (
          <Suspense fallback={<Skeleton shape="table" count={8} />}>
            <SubjectGrid
              list={list}
              rows={rows}
              total={total}
              onOpen={(subject) => go(hrefTo(manifest, 'subject', { subjectId: subject.id }))}
              onHandOver={may('subjects.keep') ? (ids) => setOpened({ kind: 'hand-over', ids }) : undefined}
            />
          </Suspense>
        )}
      </div>
      {opened?.kind === 'new' && <SubjectSheet onClose={() => setOpened(null)} />}
      {opened?.kind === 'types' && <TypesSheet onClose={() => setOpened(null)} />}
      {opened?.kind === 'hand-over' && <HandOverSheet subjectIds={opened.ids} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function useSubjectFilters(): readonly Filter[] {
  const t = useWords('subjects')
  const nodes = useUnitNodes()
  const { types, nameOf } = useSubjectTypes()
  return [
    {
      id: 'type',
      label: t('field.type'),
      kind: 'choices',
      options: types.map(({ key }) => ({ id: key, label: nameOf(key) })),
    },
    {
      id: 'show',
      label: t('field.state'),
      kind: 'choice',
      options: [
        { id: 'open', label: t('state.open') },
        { id: 'closed', label: t('state.closed') },
        { id: 'all', label: t('list.all') },
      ],
    },
    { id: 'unit', label: t('field.unit'), kind: 'tree', nodes, isMany: true },
  ]
}

function asked({ search, values }: FilterState) {
  const { type, show, unit } = values
  const first = show && !isDaySpan(show) ? show[0] : undefined
  const chosen = (['open', 'closed', 'all'] as const).find((each) => each === first)
  return {
    limit: 50,
    ...(search ? { text: search } : {}),
    ...(chosen ? { show: chosen } : {}),
    ...(type && !isDaySpan(type) && type.length > 0 ? { type: [...type] } : {}),
    ...(unit && !isDaySpan(unit) && unit.length > 0 ? { unitId: [...unit] } : {}),
  }
}
