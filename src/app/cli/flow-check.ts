import { parseArgs } from 'node:util'
import {
  blocksPublishing,
  check,
  checkNet,
  skip,
  type Checked,
  type Net,
  type Problem,
  type Skip,
  type Verdict,
} from '#core/flow'
import { callerPath } from '../caller-path.ts'
import { readFlowFile, type FlowFile } from './flow-file.ts'
import { refuseInput, sentence, usage } from './flow-words.ts'
import { say } from './terminal.ts'

/** `remit flow check FILE`: exit code 0 when nothing is wrong, 1 when something is, 2 when the question cannot be read. */
export async function checkFlow(args: string[]): Promise<void> {
  const asked = readArguments(args)
  if (!asked) return refuseInput([usage])
  const file = await readFlowFile(callerPath(asked.file))
  if ('faults' in file)
    return refuseInput(file.faults.map((fault) => sentence(fault.kind, { file: asked.file, ...fault })))
  const checked = checkAll(file)
  const answer = asked.step === undefined ? { skippable: null, path: [] } : skipIn(file, asked.step, asked.before ?? '')
  if (typeof answer === 'string') return refuseInput([sentence('unknown-name', { name: answer, file: asked.file })])
  const unsupported = 'bpmn' in file ? file.bpmn.unsupported : []
  if (asked.isJson) say(JSON.stringify({ ...checked, unsupported, skippable: answer.skippable, path: answer.path }))
  else tell(checked, unsupported, asked, answer)
  const isGood = checked.verdict === 'sound' && !checked.problems.some(blocksPublishing)
  process.exitCode = isGood && answer.skippable !== true ? 0 : 1
}

type Asked = { file: string; step?: string | undefined; before?: string | undefined; isJson: boolean }

function readArguments(args: string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, step: { type: 'string' }, before: { type: 'string' } },
    })
    const [file] = positionals
    const isHalf = (values.step === undefined) !== (values.before === undefined)
    if (file === undefined || positionals.length > 1 || isHalf) return undefined
    return { file, step: values.step, before: values.before, isJson: values.json ?? false }
  } catch {
    return undefined
  }
}

function checkAll(file: FlowFile): Checked {
  if ('own' in file) return check(file.own)
  const all = file.nets.map((net) => checkNet(net))
  const has = (verdict: Verdict) => all.some((one) => one.verdict === verdict)
  const verdict = has('unsound') ? 'unsound' : has('unknown') || file.isOpaque ? 'unknown' : 'sound'
  return { verdict, problems: all.flatMap((one) => one.problems) }
}

/** The answer, or the name that stands nowhere in the file. */
function skipIn(file: FlowFile, step: string, before: string): Skip | string {
  const nets = 'own' in file ? [file.own.net] : file.nets
  const stepId = nets.map((net) => idOf(net, step)).find((id) => id !== undefined)
  const beforeId = nets.map((net) => idOf(net, before)).find((id) => id !== undefined)
  if (stepId === undefined) return step
  if (beforeId === undefined) return before
  const answers = nets.map((net) => skip(net, stepId, beforeId)).filter((one) => one !== 'unknown-step')
  // two processes: what happens in the one does not make the other wait
  if (answers.length === 0) return { skippable: true, path: [beforeId] }
  const isOpen = 'bpmn' in file && (file.isOpaque || file.bpmn.unsupported.includes('eventSubProcess'))
  const [answer] = answers as [Skip]
  return answer.skippable === false && isOpen ? { skippable: null, path: [] } : answer
}

/** The id itself, or the id of the only node with that name. */
function idOf(net: Pick<Net, 'nodes'>, name: string): string | undefined {
  const all = net.nodes.flatMap(function flat(node): { id: string; name: string }[] {
    return [node, ...(node.inner?.nodes ?? []).flatMap(flat)]
  })
  if (all.some((node) => node.id === name)) return name
  const named = all.filter((node) => node.name.trim() === name.trim())
  return named.length === 1 ? named[0]?.id : undefined
}

function tell({ verdict, problems }: Checked, unsupported: readonly string[], asked: Asked, answer: Skip): void {
  say(sentence(verdict, {}))
  for (const problem of problems) say(`✗ ${told(problem)}`)
  if (unsupported.length > 0) say(sentence('unsupported', { kinds: unsupported.join(', ') }))
  if (asked.step === undefined) return
  const facts = { step: asked.step, before: asked.before ?? '', path: answer.path.join(' → ') }
  say(sentence(answer.skippable === null ? 'skip-unknown' : answer.skippable ? 'skip-yes' : 'skip-no', facts))
}

function told({ kind, element, path, with: other }: Problem): string {
  return sentence(`problem-${kind}`, { element, path: path.join(' → '), with: other ?? '' })
}
