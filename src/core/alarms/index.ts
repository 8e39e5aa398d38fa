export { structuralAlarmKinds, structuralAlarms, type StructuralAlarm, type StructuralAlarmKind } from './alarms.ts'
export type { Holding, Position, Raci, Responsibility, Seat, Situation, Unit } from './situation.ts'
