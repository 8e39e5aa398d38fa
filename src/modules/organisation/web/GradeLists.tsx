import { useState } from 'react'
import PencilLine from 'lucide-react/icons/pencil-line'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { IconButton } from '#ui/IconButton'
import { SimpleTable, type SimpleColumn } from '#ui/SimpleTable'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Grade, type JobFamily } from '../contract.ts'
import { FamilySheet, GradeSheet } from './GradeSheets.tsx'

type Open = { what: 'family'; family?: JobFamily } | { what: 'grade'; grade?: Grade }

/** The job families and grades of the firm, which positions bear. */
export function GradeLists() {
  const t = useWords('organisation')
  const local = useLocal()
  const mayEdit = useMay()('organisation.edit', 'all')
  const listed = useRead(routes.listGrades, {})
  const [open, setOpen] = useState<Open | null>(null)
  const families = listed.data?.families ?? []
  const edit = (label: string, onPress: () => void) =>
    mayEdit && <IconButton icon={PencilLine} label={label} size="sm" onPress={onPress} />
  const add = (what: Open['what'], label: string) =>
    mayEdit && (
      <Button size="sm" icon={Plus} onPress={() => setOpen({ what })}>
        {label}
      </Button>
    )
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
      <Card isFlush title={t('screens.grades.families')} actions={add('family', t('screens.grades.addFamily'))}>
        <Await query={listed} shape="lines">
          {() => (
            <SimpleTable
              isFlush
              caption={t('screens.grades.families')}
              rows={families}
              rowKey={(row) => row.id}
              empty={t('screens.grades.noFamilies')}
              columns={[
                ...named<JobFamily>(t, local),
                {
                  title: '',
                  align: 'end',
                  widthPx: 56,
                  cell: (row) => edit(local(row.name), () => setOpen({ what: 'family', family: row })),
                },
              ]}
            />
          )}
        </Await>
      </Card>
      <Card isFlush title={t('screens.grades.grades')} actions={add('grade', t('screens.grades.addGrade'))}>
        <Await query={listed} shape="lines">
          {({ grades }) => (
            <SimpleTable
              isFlush
              caption={t('screens.grades.grades')}
              rows={grades.toReversed()}
              rowKey={(row) => row.id}
              empty={t('screens.grades.noGrades')}
              columns={[
                ...named<Grade>(t, local),
                {
                  title: t('screens.grades.family'),
                  cell: (row) => local(families.find((family) => family.id === row.jobFamilyId)?.name) || '—',
                },
                { title: t('screens.grades.rank'), align: 'end', cell: (row) => row.rank },
                {
                  title: '',
                  align: 'end',
                  widthPx: 56,
                  cell: (row) => edit(local(row.name), () => setOpen({ what: 'grade', grade: row })),
                },
              ]}
            />
          )}
        </Await>
      </Card>
      {open?.what === 'family' && (
        <FamilySheet {...(open.family ? { family: open.family } : {})} onClose={() => setOpen(null)} />
      )}
      {open?.what === 'grade' && (
        <GradeSheet {...(open.grade ? { grade: open.grade } : {})} families={families} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

function named<Row extends JobFamily>(
  t: ReturnType<typeof useWords>,
  local: ReturnType<typeof useLocal>,
): SimpleColumn<Row>[] {
  return [
    { title: t('screens.code'), widthPx: 96, cell: (row) => row.code },
    { title: t('screens.name'), isRowHeader: true, cell: (row) => local(row.name) },
  ]
}
