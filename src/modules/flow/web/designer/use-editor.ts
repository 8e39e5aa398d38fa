import { useCallback, useEffect, useRef, useState } from 'react'
import type { Definition, Step } from '#core/flow'
import { useCommand } from '#web/query'
import { routes, type Checked, type FlowDetail } from '../../contract.ts'
import { freshId, type NewId } from './edit/edit.ts'
import { begin, record, redo, undo, type History } from './edit/history.ts'
import { idsOf } from './edit/tree.ts'
import { contentOf, readWork, withFields, type Work } from './work.ts'

const restMs = 700

export type Editor = {
  readonly work: Work
  /** Changes the flow. Changes about the same thing are undone together. */
  readonly change: (make: (old: Work) => Work, about?: string) => void
  readonly changeSteps: (make: (old: readonly Step[]) => readonly Step[], about?: string) => void
  readonly changeDefinition: (make: (old: Definition) => Definition, about?: string) => void
  readonly undo: (() => void) | undefined
  readonly redo: (() => void) | undefined
  readonly newId: NewId
  readonly saved: 'saved' | 'saving' | 'waiting' | 'failed'
  /** Saves what is not saved yet, at once; the version the draft then has. */
  readonly flush: () => Promise<number>
  /** What the server found besides: people who left, flows that are gone. */
  readonly checked: Checked
  /** Somebody else changed the draft while this one was changed here. */
  readonly hasConflict: boolean
  readonly takeTheirs: () => void
}

/** Works on the draft of a flow: everything can be undone, and is saved by itself a moment later. */
export function useEditor(flow: FlowDetail, first: Work): Editor {
  const [history, setHistory] = useState<History<Work>>(() => begin(first))
  const [hasConflict, setConflict] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const [savedWork, setSavedWork] = useState(first)
  const [checked, setChecked] = useState(flow.checked)
  const version = useRef(flow.version)
  const now = useRef(first)
  const saving = useRef<Promise<number> | null>(null)
  const command = useCommand(routes.saveDraft, {
    showsProblem: (problem) => problem.code === 'base.changed-meanwhile',
  })
  const work = history.present
  useEffect(() => {
    now.current = work
  }, [work])

  const save = async (): Promise<number> => {
    if (saving.current) await saving.current.catch(() => 0)
    const sent = now.current
    const run = command.ask({ flowId: flow.id, version: version.current, ...contentOf(sent) })
    saving.current = run.then((done) => done.version)
    try {
      const done = await run
      version.current = done.version
      setChecked(done.checked)
      setSavedWork(sent)
      setFailed(false)
      return done.version
    } catch (fault) {
      if ((fault as { code?: string }).code === 'base.changed-meanwhile') setConflict(true)
      setFailed(true)
      throw fault
    } finally {
      saving.current = null
    }
  }
  const saveLater = useRef(save)
  useEffect(() => {
    saveLater.current = save
  })
  const isDirty = work !== savedWork
  const mayEdit = flow.may.edit
  useEffect(() => {
    if (work === savedWork || hasConflict || !mayEdit) return undefined
    const timer = setTimeout(() => void saveLater.current().catch(() => {}), restMs)
    return () => clearTimeout(timer)
  }, [work, savedWork, hasConflict, mayEdit])

  // what others saved comes in as long as nothing waits here
  const { draft, version: read } = flow
  useEffect(() => {
    if (read <= version.current || saving.current) return
    if (now.current !== savedWork) {
      // oxlint-disable-next-line react/set-state-in-effect -- what others save comes from outside of drawing
      setConflict(true)
      return
    }
    const theirs = readWork(draft)
    version.current = read
    if (!('work' in theirs)) return
    // oxlint-disable-next-line react/set-state-in-effect -- the same
    setSavedWork(theirs.work)
    setHistory((old) => record(old, theirs.work))
  }, [draft, read, savedWork])

  const change = useCallback((make: (old: Work) => Work, about?: string) => {
    setHistory((old) => {
      const next = make(old.present)
      if (next === old.present) return old
      return record(old, next.form === old.present.form ? next : withFields(next), about ?? null)
    })
  }, [])
  const changeDefinition = useCallback(
    (make: (old: Definition) => Definition, about?: string) =>
      change((old) => {
        const definition = make(old.definition)
        return definition === old.definition ? old : { ...old, definition }
      }, about),
    [change],
  )
  const changeSteps = useCallback(
    (make: (old: readonly Step[]) => readonly Step[], about?: string) =>
      changeDefinition((old) => {
        const steps = make(old.steps)
        return steps === old.steps ? old : { ...old, steps: [...steps] }
      }, about),
    [changeDefinition],
  )
  const given = useRef(new Set<string>())
  const newId = useCallback((kind: string) => {
    const ids = idsOf(now.current.definition.steps)
    const id = freshId(kind, (one) => ids.has(one) || given.current.has(one))
    given.current.add(id)
    return id
  }, [])
  return {
    work,
    change,
    changeSteps,
    changeDefinition,
    undo: history.past.length > 0 ? () => setHistory(undo) : undefined,
    redo: history.future.length > 0 ? () => setHistory(redo) : undefined,
    newId,
    checked,
    saved: command.isRunning ? 'saving' : hasFailed && isDirty ? 'failed' : isDirty ? 'waiting' : 'saved',
    flush: async () => (now.current === savedWork ? version.current : save()),
    hasConflict,
    takeTheirs: () => {
      const theirs = readWork(flow.draft)
      if (!('work' in theirs)) return
      version.current = flow.version
      setSavedWork(theirs.work)
      setHistory((old) => record(old, theirs.work))
      setConflict(false)
      setFailed(false)
    },
  }
}
