import { cliLanguage } from './terminal.ts'

export const usage = `remit flow check FILE [--json] [--step X --before Y]
remit flow run FILE SCENARIO.json [--json]
remit flow attempts [--json] [--company SLUG]
remit flow verify [--json] [--company SLUG]`

/** Bad input: sentences on the error stream, exit code 2. */
export function refuseInput(sentences: readonly string[]): void {
  for (const one of sentences.slice(0, 20)) process.stderr.write(`${one}\n`)
  process.exitCode = 2
}

/** A sentence in the language of the terminal, its `{names}` filled in. */
export function sentence(code: string, facts: Readonly<Record<string, unknown>>): string {
  const words: Readonly<Record<string, string>> = sentences[cliLanguage()]
  return (words[code] ?? code).replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(facts[name] ?? ''))
}

const sentences = {
  en: {
    unreadable: '{file}: no such file, too large, or not a text.',
    'not-json': '{file} is not JSON: {reason}',
    'not-xml': '{file} is not XML that can be read: {reason}',
    'not-bpmn': '{file}: the first element is not "definitions" of BPMN 2.0.',
    'no-process': '{file} holds no process with steps.',
    misread: '{file}: {path}: {message}',
    'unknown-name': '{file} has no step "{name}", or several of that name.',
    sound: 'Sound: every way ends, properly, and every step is of use.',
    unsound: 'Not sound.',
    unknown: 'Unknown: the flow is too tangled to be proved, or holds what cannot be read.',
    unsupported: 'Not supported, and named only: {kinds}',
    'skip-no': '"{step}" cannot be skipped before "{before}".',
    'skip-yes': '"{before}" can be reached without "{step}": {path}',
    'skip-unknown': 'Whether "{before}" can be reached without "{step}" could not be found out.',
    'problem-deadlock': '{element} waits for ever, after {path}',
    'problem-unsafe': '{element} can be reached twice at once: {path}',
    'problem-dead': '{element} can never be reached.',
    'problem-no-completion': 'From {element} on there is no way to an end: {path}',
    'problem-improper-completion': 'The end {element} is reached twice: {path}',
    'problem-no-start': '{element} has no start.',
    'problem-undecided': 'At {element} there are cases in which no branch fits and none is the default.',
    'problem-skippable': '{element} can be skipped before {with}: {path}',
    'problem-auto-pass': '{element} must not be skipped, but there is a way around it ({with}).',
    'problem-parallel-writers': '{element} and {with} run side by side and both write the field {path}.',
    'problem-never-chosen': 'At {element} the branch to {with} is never chosen.',
    'problem-unknown-step': 'A proof names a step that does not exist: {element} or {with}.',
    'problem-bad-return': '{element} cannot return to {with}.',
    'problem-long-timer': '{element} has a deadline of more than a year.',
    'bad-scenario': '{file}: {path}: {message}',
    'several-processes': '{file} holds several processes; name one in the scenario as "process".',
  },
  'zh-CN': {
    unreadable: '{file}：文件不存在、过大，或不是文本。',
    'not-json': '{file} 不是 JSON：{reason}',
    'not-xml': '{file} 不是可读的 XML：{reason}',
    'not-bpmn': '{file}：根元素不是 BPMN 2.0 的 definitions。',
    'no-process': '{file} 中没有含步骤的流程。',
    misread: '{file}：{path}：{message}',
    'unknown-name': '{file} 中没有步骤“{name}”，或有多个同名步骤。',
    sound: '正确：每条路径都能正常结束，每个步骤都可到达。',
    unsound: '不正确。',
    unknown: '未知：流程过于复杂，无法证明，或含有无法读取的内容。',
    unsupported: '不支持、仅列出：{kinds}',
    'skip-no': '到达“{before}”之前不可能跳过“{step}”。',
    'skip-yes': '可以不经“{step}”到达“{before}”：{path}',
    'skip-unknown': '无法判定能否不经“{step}”到达“{before}”。',
    'problem-deadlock': '{element} 永远等待，路径：{path}',
    'problem-unsafe': '{element} 可能同时被到达两次：{path}',
    'problem-dead': '{element} 永远无法到达。',
    'problem-no-completion': '从 {element} 起无法到达结束：{path}',
    'problem-improper-completion': '结束 {element} 会被到达两次：{path}',
    'problem-no-start': '{element} 没有开始。',
    'problem-undecided': '{element}：存在没有任何分支符合、也没有默认分支的情况。',
    'problem-skippable': '{element} 可在到达 {with} 之前被跳过：{path}',
    'problem-auto-pass': '{element} 不允许跳过，却存在绕过方式（{with}）。',
    'problem-parallel-writers': '{element} 与 {with} 并行，且都可写字段 {path}。',
    'problem-never-chosen': '{element} 处通往 {with} 的分支永远不会被选中。',
    'problem-unknown-step': '证明中的步骤不存在：{element} 或 {with}。',
    'problem-bad-return': '{element} 不能退回到 {with}。',
    'problem-long-timer': '{element} 的期限超过一年。',
    'bad-scenario': '{file}：{path}：{message}',
    'several-processes': '{file} 含有多个流程；请在脚本中以 "process" 指定其一。',
  },
} as const
