import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Switch } from '#ui/Switch'
import { hrefTo, Link } from '#web/links'
import { useCommand } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type FlowLink } from '../../../contract.ts'
import { manifest } from '../../../manifest.ts'
import { DeleteDialog } from '../DeleteDialog.tsx'
import { Emphasised } from '../Emphasised.tsx'
import { formFrom, sentForm } from './link-form.ts'
import { useLinkText } from './use-link-text.ts'

type Props = { link: FlowLink; ownerName: string | undefined; onChange: () => void }

/** One link as a sentence, with what it has done, and whether it works. */
export function LinkCard({ link, ownerName, onChange }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  const text = useLinkText(link, ownerName)
  const [isAsking, setAsking] = useState(false)
  const change = useCommand(routes.changeLink)
  const remove = useCommand(routes.deleteLink, { done: t('rules.links.deleted'), onDone: () => setAsking(false) })
  const known = { linkId: link.id, version: link.version }
  const isOn = change.input?.isOn ?? link.isOn
  return (
    <Card>
      <p className={isOn ? '' : 'text-muted'}>
        <Emphasised text={text} />
      </p>
      <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
        <span>{t('rules.links.started', { count: link.started })}</span>
        {[link.flow, link.target].map((flow) => (
          <Link key={flow.id} isQuiet href={hrefTo(manifest, 'flow', { flowId: flow.id })}>
            {local(flow.name)}
          </Link>
        ))}
      </p>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <Switch
          value={isOn}
          isDisabled={change.isRunning}
          onChange={(next) => change.run({ ...known, ...sentForm({ ...formFrom(link), isOn: next }) })}
        >
          {t(isOn ? 'rules.on' : 'rules.off')}
        </Switch>
        <div className="flex gap-2">
          <Button onPress={onChange}>{t('rules.change')}</Button>
          <Button variant="danger-quiet" onPress={() => setAsking(true)}>
            {t('rules.delete')}
          </Button>
        </div>
      </div>
      {isAsking && (
        <DeleteDialog
          title={t('rules.links.deleteTitle')}
          note={t('rules.links.deleteNote', { from: local(link.flow.name), to: local(link.target.name) })}
          isRunning={remove.isRunning}
          onDelete={() => remove.run(known)}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  )
}
