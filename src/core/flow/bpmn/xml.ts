import type { BpmnFlow, XmlElement } from './model.ts'

export function idOf(element: XmlElement): string {
  return element.attributes['id'] ?? ''
}

export function nameOf(element: XmlElement): string {
  return element.attributes['name'] ?? ''
}

/** References may carry a prefix: `tns:order` means `order`. */
export function localId(text: string | undefined): string | undefined {
  return text === undefined ? undefined : text.trim().slice(text.trim().lastIndexOf(':') + 1)
}

export function flowOf(element: XmlElement): BpmnFlow {
  const condition = element.children.find((one) => one.name === 'conditionExpression')
  return {
    id: idOf(element),
    name: nameOf(element),
    from: localId(element.attributes['sourceRef']) ?? '',
    to: localId(element.attributes['targetRef']) ?? '',
    condition: condition ? condition.text.trim() : undefined,
  }
}
