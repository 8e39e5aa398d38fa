import { businessDevelopment } from './business-development.ts'
import type { DemoResponsibility } from './draft-parts.ts'
import { otherDepartments } from './other-departments.ts'

export { keepingCustomersChanged, keepingCustomersRaised } from './business-development.ts'

export const responsibilities: readonly DemoResponsibility[] = [...businessDevelopment, ...otherDepartments]
