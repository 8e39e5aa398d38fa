/** One XML element as a reader gives it: names without prefix, text of its own only. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Point = { readonly x: number; readonly y: number }

export type BpmnEvent = {
  readonly type: string
  /** The message, error or signal it names. */
  readonly ref?: string | undefined
  /** A timer's kind (`timeDuration` …) or a condition, with its text. */
  readonly detail?: { readonly name: string; readonly text: string } | undefined
  /** A link's own name. */
  readonly name?: string | undefined
}

export type BpmnNode = {
  readonly id: string
  readonly name: string
  /** The element's name: `userTask`, `exclusiveGateway` … */
  readonly type: string
  readonly events: readonly BpmnEvent[]
  readonly attachedTo?: string | undefined
  readonly isInterrupting: boolean
  readonly isEventTriggered: boolean
  readonly isForCompensation: boolean
  readonly repeats?: 'parallel' | 'sequential' | 'standard' | undefined
  readonly defaultFlow?: string | undefined
  readonly calledElement?: string | undefined
  /** Names of resources, or of the lane it lies in. */
  readonly owner?: string | undefined
  readonly level?: BpmnLevel | undefined
}

export type BpmnFlow = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly condition?: string | undefined
}

/** A process or sub-process. */
export type BpmnLevel = {
  readonly id: string
  readonly name: string
  readonly isExecutable: boolean
  readonly nodes: readonly BpmnNode[]
  readonly flows: readonly BpmnFlow[]
  readonly lanes: readonly { readonly id: string; readonly name: string; readonly nodeIds: readonly string[] }[]
  /** Data, notes and groups: without meaning for the course of things, kept by id and name. */
  readonly others: readonly {
    readonly type: string
    readonly id: string
    readonly name: string
    readonly text: string
  }[]
  /** An own definition, if this file was written from one. */
  readonly definition?: unknown
}

export type BpmnFile = {
  readonly id: string
  readonly name: string
  readonly targetNamespace: string
  readonly collaborationId?: string | undefined
  readonly participants: readonly {
    readonly id: string
    readonly name: string
    readonly processId?: string | undefined
  }[]
  readonly messageFlows: readonly BpmnFlow[]
  readonly processes: readonly BpmnLevel[]
  readonly roots: readonly { readonly type: string; readonly id: string; readonly name: string }[]
  /** As drawn in the file, if it was; by the id of the element. */
  readonly shapes: ReadonlyMap<string, Bounds>
  readonly lines: ReadonlyMap<string, readonly Point[]>
  /** Kinds of elements outside the supported subset, each once, in order of the alphabet. */
  readonly unsupported: readonly string[]
}
