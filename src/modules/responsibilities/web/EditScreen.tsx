import { DateField } from '#ui/DateField'
import { addDays } from '#core/calendar'
import { Await } from '#web/await'
import { useRouteForm } from '#web/form'
import { hrefTo, useGo, useSearch } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useSession } from '#web/session'
import { useLocal, useWords } from '#web/words'
import { routes, type Version } from '../contract.ts'
import { manifest } from '../manifest.ts'
import { Editor } from './editor/Editor.tsx'
import { startOf } from './editor/start-of.ts'

/** A new version from a day on, or with `?version=` the correction of one that has not begun. */
export default function EditScreen({ responsibilityId }: { responsibilityId: string }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const [{ version: corrected }] = useSearch({ version: '' })
  const read = useRead(routes.readResponsibility, { responsibilityId })
  const latest = read.data?.versions[0]
  const versionId = corrected || latest?.id || ''
  const version = useRead(routes.readVersion, { responsibilityId, versionId }, { when: versionId !== '' })
  const name = local(version.data?.name)
  return (
    <Page
      title={
        corrected
          ? t('editor.correctTitle', { name, number: version.data?.number ?? '' })
          : t('editor.versionTitle', { name })
      }
      backHref={hrefTo(manifest, 'responsibility', { responsibilityId })}
    >
      <Await query={version} shape="form">
        {(base) => (corrected || base.validFrom === null ? <Correct base={base} /> : <Append base={base} />)}
      </Await>
    </Page>
  )
}

function Append({ base }: { base: Version }) {
  const t = useWords('responsibilities')
  const today = useSession().tenant?.today ?? ''
  const back = useBack(base.responsibilityId)
  const { validFrom } = base
  const earliest = validFrom !== null && validFrom >= today ? addDays(validFrom, 1) : today
  const form = useRouteForm(routes.appendVersion, {
    start: { ...startOf(base), responsibilityId: base.responsibilityId, basedOn: base.id, from: earliest },
    fieldOf: { 'responsibilities.past-day': 'from', 'responsibilities.later-version': 'from' },
    done: t('editor.saved'),
    onDone: back,
  })
  return (
    <Editor
      form={form}
      saveLabel={t('editor.save')}
      ownId={base.responsibilityId}
      onCancel={back}
      place={
        <DateField
          label={t('editor.from')}
          {...form.field('from')}
          minDay={earliest}
          onChange={(from) => form.set('from', from ?? earliest)}
        />
      }
    />
  )
}

function Correct({ base }: { base: Version }) {
  const t = useWords('responsibilities')
  const back = useBack(base.responsibilityId)
  const form = useRouteForm(routes.correctVersion, {
    start: {
      ...startOf(base),
      changeNote: base.changeNote,
      responsibilityId: base.responsibilityId,
      versionId: base.id,
    },
    done: t('editor.saved'),
    onDone: back,
  })
  return (
    <Editor
      form={form}
      saveLabel={t('editor.save')}
      ownId={base.responsibilityId}
      onCancel={back}
      place={
        <p className="text-sm text-muted">
          {base.validFrom ? t('page.future', { day: base.validFrom }) : t('page.draftHint')}
        </p>
      }
    />
  )
}

function useBack(responsibilityId: string): () => void {
  const go = useGo()
  return () => go(hrefTo(manifest, 'responsibility', { responsibilityId }))
}
