import { Suspense, useState } from 'react'
import PencilLine from 'lucide-react/icons/pencil-line'
import UserRoundPlus from 'lucide-react/icons/user-round-plus'
import { PersonName } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { IconButton } from '#ui/IconButton'
import { Skeleton } from '#ui/Skeleton'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useBoundModules } from '#web/contributions'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { hrefTo } from '#web/links'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useMay } from '#web/session'
import { sayIn, useLocal, useWords } from '#web/words'
import { routes, type Subject } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { SubjectMark } from './SubjectMark.tsx'

const SubjectSheet = later(async () => (await import('./SubjectSheet.tsx')).SubjectSheet)
const HandOverSheet = later(async () => (await import('./HandOverSheet.tsx')).HandOverSheet)

/** A customer, an order, a batch: whose it is, and what the modules have to tell of it. */
export default function SubjectScreen({ subjectId }: { subjectId: string }) {
  const t = useWords('subjects')
  const subject = useRead(routes.readSubject, { subjectId })
  const [sheet, setSheet] = useState<'edit' | 'hand-over' | null>(null)
  const shown = subject.data
  return (
    <Page
      title={shown?.name ?? t('menu.subject')}
      marks={
        shown && (
          <>
            <SubjectMark type={shown.type} />
            {shown.state === 'closed' && <Tag>{t('state.closed')}</Tag>}
          </>
        )
      }
      backHref={hrefTo(manifest, 'subjects')}
      actions={shown?.mayKeep && <Deeds subject={shown} onOpen={setSheet} />}
    >
      <Await query={subject} shape="cards">
        {(one) => (
          <div className="flex flex-col gap-4">
            <SubjectFacts subject={one} />
            <SubjectParts subjectId={subjectId} />
            {sheet === 'edit' && <SubjectSheet subject={one} onClose={() => setSheet(null)} />}
            {sheet === 'hand-over' && <HandOverSheet subjectIds={[one.id]} onClose={() => setSheet(null)} />}
          </div>
        )}
      </Await>
    </Page>
  )
}

function Deeds({ subject, onOpen }: { subject: Subject; onOpen: (sheet: 'edit' | 'hand-over') => void }) {
  const t = useWords('subjects')
  const setState = useCommand(routes.setSubjectState, {
    done: t(subject.state === 'open' ? 'form.closed' : 'form.reopened'),
    undo: ({ version }, input, run) =>
      run({ subjectId: input.subjectId, version, state: input.state === 'open' ? 'closed' : 'open' }),
  })
  const isOpen = subject.state === 'open'
  return (
    <>
      <Button
        isPending={setState.isRunning}
        onPress={() =>
          setState.run({ subjectId: subject.id, version: subject.version, state: isOpen ? 'closed' : 'open' })
        }
      >
        {t(isOpen ? 'form.close' : 'form.reopen')}
      </Button>
      <IconButton
        icon={UserRoundPlus}
        variant="secondary"
        label={t('form.handOver')}
        onPress={() => onOpen('hand-over')}
      />
      {isOpen && (
        <IconButton icon={PencilLine} variant="secondary" label={t('form.edit')} onPress={() => onOpen('edit')} />
      )}
    </>
  )
}

function SubjectFacts({ subject }: { subject: Subject }) {
  const t = useWords('subjects')
  const f = useFormat()
  const local = useLocal()
  return (
    <Card>
      <Facts
        columns={2}
        items={[
          { label: t('field.key'), value: subject.key },
          {
            label: t('field.owner'),
            value:
              subject.ownerId && subject.ownerName ? (
                <PersonName id={subject.ownerId} name={subject.ownerName} />
              ) : (
                t('field.nobody')
              ),
          },
          ...(subject.unitName ? [{ label: t('field.unit'), value: local(subject.unitName) }] : []),
          { label: t('field.since'), value: f.dateTime(subject.createdAt) },
          ...(subject.closedAt ? [{ label: t('field.closed'), value: f.dateTime(subject.closedAt) }] : []),
          ...Object.entries(subject.attributes).map(([label, value]) => ({ label, value })),
        ]}
      />
    </Card>
  )
}

/** What the modules that are on have to tell of a subject. */
function SubjectParts({ subjectId }: { subjectId: string }) {
  const may = useMay()
  const parts = useBoundModules().flatMap(({ name, subjectParts = [] }) =>
    subjectParts.filter(({ permission }) => may(permission)).map((part) => ({ ...part, module: name })),
  )
  return parts.map(({ key, module, Part }) => (
    <Card key={`${module}.${key}`} title={sayIn(module)(`subject.${key}`)} isFlush>
      <Suspense fallback={<Skeleton shape="lines" />}>
        <Part subjectId={subjectId} />
      </Suspense>
    </Card>
  ))
}
