export { breakdown, type Group } from './breakdown.ts'
export { fewest, interval, type Cell, type Interval } from './cell.ts'
export { openSearch, type Condition, type Finding, type Search, type Segment, type SearchOptions } from './search.ts'
export { mixAndRate, volumeAndAverage, type Effect, type Share } from './split.ts'
