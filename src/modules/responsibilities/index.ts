export { dutiesHeldOn, dutyById, type DutyFilter, type DutyHeld, type DutyKnown } from './store/duties.ts'
export { indicatorsOf, type IndicatorAsk, type IndicatorHeld } from './store/indicators.ts'
export { responsibilityNames } from './store/names.ts'
export { responsibilitiesOf, type HeldResponsibility } from './store/held.ts'
