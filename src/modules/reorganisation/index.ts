export { openDraft, type DraftOpening } from './service/open-draft.ts'
