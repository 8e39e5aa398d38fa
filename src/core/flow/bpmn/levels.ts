import type { BpmnFile, BpmnLevel } from './model.ts'

/** Everything that is checked by itself: the processes, and the event sub-processes within them. */
export function levelsOf(file: BpmnFile): BpmnLevel[] {
  return file.processes.flatMap((process) => [process, ...eventLevels(process)])
}

function eventLevels(level: BpmnLevel): BpmnLevel[] {
  return level.nodes.flatMap((node) =>
    node.level ? [...(node.isEventTriggered ? [node.level] : []), ...eventLevels(node.level)] : [],
  )
}
