import { useState } from 'react'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Rocket from 'lucide-react/icons/rocket'
import type { Step } from '#core/flow'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { Status } from '#ui/Status'
import { later } from '#web/later'
import { usePhone } from '#web/page'
import { addressOf, useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type FlowDetail } from '../../contract.ts'
import type { Proved } from './prove.ts'
import type { Names } from './say/summary.ts'
import type { Editor } from './use-editor.ts'
import { contentOf } from './work.ts'

const PublishDialog = later(async () => (await import('./publish/PublishDialog.tsx')).PublishDialog)
const ImportDialog = later(async () => (await import('./create/ImportDialog.tsx')).ImportDialog)

type FlowDeedsProps = { flow: FlowDetail; editor: Editor; steps: readonly Step[]; proved: Proved; names: Names }

/** Whether it is saved, and what can be done with the whole flow. */
export function FlowDeeds({ flow, editor, steps, names }: FlowDeedsProps) {
  const t = useWords('flow')
  const isPhone = usePhone()
  const [open, setOpen] = useState<'publish' | 'import' | null>(null)
  const retire = useCommand(routes.retireFlow, {
    done: t('designer.deeds.retired'),
    undo: (output) => revive.run({ flowId: flow.id, version: output.version }),
  })
  const revive = useCommand(routes.reviveFlow, { done: t('designer.deeds.revived') })
  const changing = flow.may.edit
    ? [{ id: 'import', title: t('designer.deeds.importBpmn'), onAction: () => setOpen('import') }]
    : []
  return (
    <>
      {editor.hasConflict ? (
        <Button size="sm" variant="danger-quiet" onPress={editor.takeTheirs}>
          {t('designer.saved.conflict')}
        </Button>
      ) : (
        flow.may.edit &&
        (!isPhone || editor.saved === 'failed') && (
          <span aria-live="polite" className="text-sm" data-saved={editor.saved}>
            <Status color={editor.saved === 'failed' ? 'red' : editor.saved === 'saved' ? 'green' : 'gray'}>
              {t(`designer.saved.${editor.saved}`)}
            </Status>
          </span>
        )
      )}
      <Menu
        label={t('designer.deeds.more')}
        placement="bottom end"
        groups={[
          {
            items: [
              ...(isPhone && flow.may.publish
                ? [{ id: 'publish', title: t('designer.publish.go'), onAction: () => setOpen('publish') }]
                : []),
              ...changing,
              {
                id: 'bpmn',
                title: t('designer.deeds.exportBpmn'),
                onAction: () => void editor.flush().then(() => save(addressOf(routes.exportBpmn, { flowId: flow.id }))),
              },
              {
                id: 'json',
                title: t('designer.deeds.exportJson'),
                onAction: () => saveJson(flow.key, contentOf(editor.work)),
              },
            ],
          },
          {
            items: [
              ...(flow.may.retire
                ? [
                    {
                      id: 'retire',
                      title: t('designer.deeds.retire'),
                      isDanger: true,
                      onAction: () => void editor.flush().then((version) => retire.run({ flowId: flow.id, version })),
                    },
                  ]
                : []),
              ...(flow.may.revive
                ? [
                    {
                      id: 'revive',
                      title: t('designer.deeds.revive'),
                      onAction: () => revive.run({ flowId: flow.id, version: flow.version }),
                    },
                  ]
                : []),
            ],
          },
        ]}
      >
        <IconButton icon={Ellipsis} label={t('designer.deeds.more')} variant="secondary" />
      </Menu>
      {!isPhone && flow.may.publish && (
        <Button icon={Rocket} variant="primary" onPress={() => setOpen('publish')}>
          {t('designer.publish.go')}
        </Button>
      )}
      {open === 'publish' && (
        <PublishDialog flow={flow} editor={editor} steps={steps} names={names} onClose={() => setOpen(null)} />
      )}
      {open === 'import' && <ImportDialog flow={flow} editor={editor} onClose={() => setOpen(null)} />}
    </>
  )
}

function saveJson(key: string, content: unknown): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  save(address, `${key}.json`)
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

function save(address: string, name = ''): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
