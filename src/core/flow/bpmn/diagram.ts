import type { Bounds, BpmnFile, Point, XmlElement } from './model.ts'

/** Where shapes and lines stand, from the diagram interchange part. Without one: empty. */
export function readDiagram(root: XmlElement): Pick<BpmnFile, 'shapes' | 'lines'> {
  const shapes = new Map<string, Bounds>()
  const lines = new Map<string, readonly Point[]>()
  const planes = root.children.filter((one) => one.name === 'BPMNDiagram').flatMap((one) => one.children)
  for (const part of planes.filter((one) => one.name === 'BPMNPlane').flatMap((one) => one.children)) {
    const of = part.attributes['bpmnElement']?.replace(/^.*:/, '')
    if (of === undefined) continue
    const bounds = part.children.find((one) => one.name === 'Bounds')
    if (part.name === 'BPMNShape' && bounds) shapes.set(of, boundsOf(bounds))
    if (part.name === 'BPMNEdge') lines.set(of, part.children.filter((one) => one.name === 'waypoint').map(pointOf))
  }
  return { shapes, lines }
}

function boundsOf({ attributes }: XmlElement): Bounds {
  return { ...pointOf({ attributes }), width: number(attributes['width']), height: number(attributes['height']) }
}

function pointOf({ attributes }: Pick<XmlElement, 'attributes'>): Point {
  return { x: number(attributes['x']), y: number(attributes['y']) }
}

function number(text: string | undefined): number {
  const value = Number(text)
  return Number.isFinite(value) ? value : 0
}
