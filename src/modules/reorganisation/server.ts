import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { previewDraftAccess } from './service/access.ts'
import { applyDraft, applyDue } from './service/apply.ts'
import { addChange, editChange, orderChanges, removeChange } from './service/change-list.ts'
import { readDraftChart } from './service/chart.ts'
import { printDraftChart } from './service/print-chart.ts'
import { checkDraft, compareDraft } from './service/compare.ts'
import { approveDraft, returnDraft, submitDraft } from './service/decide.ts'
import { createDraft, discardDraft, editDraft, listDrafts, readDraft } from './service/drafts.ts'
import { tellConcerned } from './service/tell-concerned.ts'
import { undoDraft } from './service/undo.ts'

export const server = bindServer(manifest, {
  routes: {
    listDrafts,
    createDraft,
    readDraft,
    editDraft,
    submitDraft,
    returnDraft,
    approveDraft,
    applyDraft,
    undoDraft,
    discardDraft,
    addChange,
    editChange,
    removeChange,
    orderChanges,
    checkDraft,
    compareDraft,
    readDraftChart,
    printDraftChart,
    previewDraftAccess,
  },
  jobs: { applyDue, tellConcerned },
  listens: {},
  catchUp: applyDue,
})
