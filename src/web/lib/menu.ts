export { useNav as useMenu } from '../shell/nav.ts'
