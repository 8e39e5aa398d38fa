import { parseArgs } from 'node:util'
import {
  graphOf,
  play,
  readScenario,
  runnable,
  type Compiled,
  type Logged,
  type Played,
  type Scenario,
} from '#core/flow'
import { callerPath } from '../caller-path.ts'
import { readFlowFile, textOf, type FlowFile } from './flow-file.ts'
import { refuseInput, sentence, usage } from './flow-words.ts'
import { say } from './terminal.ts'

/** `remit flow run FILE SCENARIO.json`: plays scripted decisions. Exit code 0 also when decisions were refused: they are told. */
export async function runFlow(args: string[]): Promise<void> {
  const asked = readArguments(args)
  if (!asked) return refuseInput([usage])
  const file = await readFlowFile(callerPath(asked.file))
  if ('faults' in file)
    return refuseInput(file.faults.map((fault) => sentence(fault.kind, { file: asked.file, ...fault })))
  const scenario = await scenarioIn(asked.scenario)
  if ('sentences' in scenario) return refuseInput(scenario.sentences)
  const flow = flowIn(file, scenario)
  if (!flow) return refuseInput([sentence('several-processes', { file: asked.file })])
  const played = play(flow, scenario)
  if ('misread' in played) return refuseInput([sentence('bad-scenario', { file: asked.scenario, ...played.misread })])
  if (asked.isJson) say(JSON.stringify({ state: played.state, log: played.log }))
  else tell(played)
}

function readArguments(args: string[]): { file: string; scenario: string; isJson: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
    const [file, scenario] = positionals
    if (file === undefined || scenario === undefined || positionals.length > 2) return undefined
    return { file, scenario, isJson: values.json ?? false }
  } catch {
    return undefined
  }
}

async function scenarioIn(file: string): Promise<Scenario | { sentences: string[] }> {
  const text = await textOf(callerPath(file))
  if (text === undefined) return { sentences: [sentence('unreadable', { file })] }
  try {
    const read = readScenario(JSON.parse(text))
    return 'scenario' in read
      ? read.scenario
      : { sentences: read.misread.map((one) => sentence('bad-scenario', { file, ...one })) }
  } catch (error) {
    return { sentences: [sentence('not-json', { file, reason: (error as Error).message })] }
  }
}

/** The flow itself; of a file with several processes the one named, else the only one with people's work or steps. */
function flowIn(file: FlowFile, scenario: Scenario): Compiled | undefined {
  if ('own' in file) return file.own
  const all = file.bpmn.processes.filter((process) => process.nodes.length > 0)
  const named =
    scenario.process === undefined
      ? undefined
      : all.find((one) => one.id === scenario.process || one.name === scenario.process)
  const executable = all.filter((one) => one.isExecutable)
  const only = all.length === 1 ? all[0] : executable.length === 1 ? executable[0] : undefined
  const process = scenario.process === undefined ? only : named
  return process && runnable(graphOf(process))
}

function tell({ state, log }: Played): void {
  for (const line of log) for (const text of told(line)) say(text)
  const open = state.tasks
    .filter((task) => task.status === 'open' || task.status === 'offered')
    .map((task) => `${task.node}: ${task.person}`)
  const waiting = state.tokens
    .filter((token) => token.stage === 'waiting' || token.stage === 'stuck')
    .map((token) => `${token.node} (${token.trouble ?? token.stage})`)
  say(
    `= ${state.status}${state.outcome === null ? '' : ` ${state.outcome}`}${[...open, ...waiting].map((one) => `\n  ${one}`).join('')}`,
  )
}

function told({ event, effects, refusal }: Logged): string[] {
  const who = 'by' in event ? ` ${event.by}` : ''
  const what = event.do === 'decide' ? event.decision : event.do
  if (refusal) return [`✗${who} ${what}: ${refusal.code} ${Object.values(refusal.facts ?? {}).join(' ')}`.trimEnd()]
  return [
    ...(event.do === 'people' ? [] : [`•${who} ${what}`]),
    ...effects.flatMap((effect) => {
      if (effect.do === 'open-task') return [`  + ${effect.node}: ${effect.person}`]
      if (effect.do === 'close-task') return [`  - ${effect.node}: ${effect.person} ${effect.result}`]
      if (effect.do === 'note') return [`  · ${effect.code} ${effect.node ?? ''}`]
      if (effect.do === 'write-evidence' || effect.do === 'void-evidence') return [`  · ${effect.do} ${effect.gate}`]
      if (effect.do === 'call-command') return [`  > ${effect.node}: ${effect.command}`]
      if (effect.do === 'start-child') return [`  > ${effect.node}: ${effect.flow}`]
      return effect.do === 'incident' ? [`  ! ${effect.node}: ${effect.code}`] : []
    }),
  ]
}
