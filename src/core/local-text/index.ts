export { pick, type LocalText } from './pick.ts'
export { localText } from './schema.ts'
