export { situationOn } from './store/situation.ts'
