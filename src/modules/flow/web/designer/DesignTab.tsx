import { useMemo, useState, type KeyboardEvent } from 'react'
import Plus from 'lucide-react/icons/plus'
import Redo from 'lucide-react/icons/redo-2'
import Undo from 'lucide-react/icons/undo-2'
import { blocksPublishing, type Step } from '#core/flow'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { IconButton } from '#ui/IconButton'
import { Sheet } from '#ui/Sheet'
import { showToast } from '#ui/Toast'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { FlowDetail } from '../../contract.ts'
import { Badges } from './Badges.tsx'
import { addArm, duplicate, insert, move, nudged, remove, removeArm, setOtherwise } from './edit/edit.ts'
import { blockOf, otherwiseOf, placeOf, stepOf, type Place } from './edit/tree.ts'
import { InsertDialog } from './InsertDialog.tsx'
import { freshStep, type Kind } from './kinds.ts'
import { Panel } from './panel/Panel.tsx'
import type { Proved } from './prove.ts'
import { titleOf, wayOf, type Trouble } from './say/problem.ts'
import type { Names } from './say/summary.ts'
import { FlowTree } from './tree/FlowTree.tsx'
import type { TreeMarks } from './tree/marks.ts'
import type { Editor } from './use-editor.ts'

type DesignTabProps = {
  flow: FlowDetail
  editor: Editor
  /** As the reader calls them. */
  steps: readonly Step[]
  proved: Proved
  isOld: boolean
  names: Names
}

/** The flow as a tree, what is proved of it above, and what is chosen beside it. */
export function DesignTab({ flow, editor, steps, proved, isOld, names }: DesignTabProps) {
  const t = useWords('flow')
  const isPhone = usePhone()
  const isReadOnly = !flow.may.edit
  const [chosen, setChosen] = useState<string | null>(null)
  const [inserting, setInserting] = useState<Place | null>(null)
  const [shown, setShown] = useState<{ path: readonly string[] | null; of: readonly Step[] }>({ path: null, of: steps })
  // a way that is shown belongs to the flow as it was
  const path = shown.of === steps ? shown.path : null
  const show = (next: readonly string[] | null) => setShown({ path: next, of: steps })
  const troubles = useTroubles(proved, editor)
  const marks = useMemo(
    (): Omit<TreeMarks, 'dragged' | 'current'> => ({
      chosen,
      faults: new Map(troubles.map((one) => [one.element, one.blocks ? 'red' : 'amber'])),
      way: path ? wayOf(steps, path) : null,
      notes: new Map(),
    }),
    [chosen, troubles, path, steps],
  )
  /** Chooses what was just made or named elsewhere, and goes there. */
  const arrive = (id: string) => {
    setChosen(id)
    // after what covered the tree has given the focus back
    setTimeout(() => {
      const stop = document.getElementById(`stop-${id}`)
      stop?.firstElementChild?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      if (!isPhone) stop?.focus({ preventScroll: true })
    }, 80)
  }
  const put = (kind: Kind) => {
    if (!inserting) return
    const step = freshStep(kind, editor.newId)
    editor.changeSteps((old) => insert(old, inserting, step))
    setInserting(null)
    arrive(step.id)
  }
  const takeAway = (id: string) => {
    if (id === 'start' || id === 'end' || isReadOnly) return
    const name = titleOf(steps, id, t)
    const block = blockOf(steps, id)
    if (id.endsWith('.otherwise') && block) editor.changeSteps((old) => setOtherwise(old, block.id, false))
    else if (block) editor.changeSteps((old) => removeArm(old, id))
    else editor.changeSteps((old) => remove(old, id))
    setChosen((old) => (old === id ? null : old))
    showToast({ title: t('designer.tree.removed', { name }), undo: () => editor.undo?.() })
  }
  const copy = (id: string) => {
    if (!stepOf(steps, id) || isReadOnly) return
    const made = duplicate(editor.work.definition.steps, id, editor.newId)
    editor.changeSteps(() => made.steps)
    arrive(made.id)
  }
  const nudge = (id: string, by: -1 | 1) => {
    const to = nudged(steps, id, by)
    if (to && placeOf(steps, id)) editor.changeSteps((old) => move(old, id, to))
  }
  const pressed = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    const deed = key === 'z' ? (event.shiftKey ? editor.redo : editor.undo) : key === 'y' ? editor.redo : undefined
    if (!deed) return
    event.preventDefault()
    deed()
  }
  const startSummary = t('designer.sum.startFields', { count: editor.work.form.fields.length })
  const panel = (
    <Panel
      flow={flow}
      editor={editor}
      steps={steps}
      names={names}
      proved={proved}
      troubles={troubles}
      chosen={chosen}
      onChoose={(id) => (id === null ? setChosen(null) : arrive(id))}
      onShow={show}
      onRemove={takeAway}
      onDuplicate={copy}
      onNudge={nudge}
      onAddOtherwise={(id) => {
        editor.changeSteps((old) => setOtherwise(old, id, true))
        arrive(otherwiseOf(id))
      }}
    />
  )
  return (
    <div className="flex flex-col gap-3" onKeyDown={pressed}>
      <div className="flex flex-wrap items-center gap-2">
        <Badges
          proved={proved}
          isOld={isOld}
          troubles={troubles}
          steps={steps}
          names={names}
          onShow={show}
          onChoose={arrive}
        />
        {!isReadOnly && (
          <div className="ml-auto flex items-center gap-1">
            <IconButton
              icon={Undo}
              label={t('designer.deeds.undo')}
              shortcut="Ctrl Z"
              isDisabled={!editor.undo}
              onPress={() => editor.undo?.()}
            />
            <IconButton
              icon={Redo}
              label={t('designer.deeds.redo')}
              shortcut="Ctrl Y"
              isDisabled={!editor.redo}
              onPress={() => editor.redo?.()}
            />
          </div>
        )}
      </div>
      <div className={isPhone ? '' : 'grid grid-cols-[minmax(0,1fr)_26rem] items-start gap-4'}>
        <div
          className={
            isPhone ? '' : 'max-h-[calc(100vh-15.5rem)] min-h-96 overflow-auto rounded-lg border border-line bg-sunken'
          }
        >
          {steps.length === 0 && !isReadOnly && (
            <div className="p-4 pb-0">
              <Empty
                isSmall
                title={t('designer.tree.empty')}
                description={t('designer.tree.emptyNote')}
                action={
                  <Button variant="soft" icon={Plus} onPress={() => setInserting({ row: '', index: 0 })}>
                    {t('designer.tree.insertFirst')}
                  </Button>
                }
              />
            </div>
          )}
          <FlowTree
            label={t('designer.tree.label')}
            steps={steps}
            startSummary={startSummary}
            names={names}
            isPhone={isPhone}
            isReadOnly={isReadOnly}
            marks={marks}
            choose={setChosen}
            insertAt={setInserting}
            addArm={(id) => {
              const arm = { id: editor.newId('arm'), name: '', steps: [] }
              editor.changeSteps((old) => addArm(old, id, arm))
              arrive(arm.id)
            }}
            drop={(id, place) => editor.changeSteps((old) => move(old, id, place))}
            {...(isReadOnly ? {} : { onRemove: takeAway, onNudge: nudge, onDuplicate: copy })}
          />
        </div>
        {!isPhone && (
          <div className="max-h-[calc(100vh-15.5rem)] overflow-auto rounded-lg border border-line bg-surface">
            {panel}
          </div>
        )}
      </div>
      {isPhone && chosen === null && <div className="rounded-xl border border-line bg-surface">{panel}</div>}
      {isPhone && (
        <Sheet
          side="bottom"
          title={chosen ? titleOf(steps, chosen, t) : ''}
          isOpen={chosen !== null}
          onOpenChange={(isOpen) => !isOpen && setChosen(null)}
          isFlush
        >
          {panel}
        </Sheet>
      )}
      {inserting && <InsertDialog onClose={() => setInserting(null)} onChoose={put} />}
    </div>
  )
}

/** What is wrong: found here at once, and what only the server knows, such as people who left. */
function useTroubles(proved: Proved, editor: Editor): readonly Trouble[] {
  const { checked } = editor
  return useMemo(() => {
    const own = proved.problems.map((one): Trouble => ({ ...one, blocks: blocksPublishing(one) }))
    const known = new Set(own.map((one) => one.kind))
    const others = checked.problems.filter((one) => serverOnly.has(one.kind) && !known.has(one.kind as never))
    return [...own, ...others]
  }, [proved, checked])
}

const serverOnly: ReadonlySet<string> = new Set([
  'misread',
  'no-such-person',
  'no-such-flow',
  'no-such-command',
  'no-such-field',
  'nobody',
])

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null
}
