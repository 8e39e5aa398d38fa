import { netOf, type GraphKind, type Net } from './model/graph.ts'

/** A net from `a>b b>c`: the first letters tell kinds (s start, e end, z terminate, x exclusive, p parallel, o inclusive). */
export function drawn(text: string, boundaries: Record<string, { on: string; interrupts: boolean }> = {}): Net {
  const flows = text.split(' ').map((one, index) => {
    const [from = '', to = ''] = one.split('>')
    return { id: `f${index}`, from, to }
  })
  const ids = [...new Set([...flows.flatMap((flow) => [flow.from, flow.to]), ...Object.keys(boundaries)])]
  const kinds: Record<string, GraphKind> = { s: 'start', e: 'end', z: 'terminate', x: 'xor', p: 'and', o: 'or' }
  return netOf({
    id: 'net',
    name: '',
    nodes: ids.map((id) => ({
      id,
      name: '',
      scopes: [],
      kind: boundaries[id] ? 'boundary' : (kinds[id[0] ?? ''] ?? 'step'),
      ...boundaries[id],
    })),
    flows,
  })
}
