import type { Version } from '../../contract.ts'
import type { Draft } from './editor-form.ts'

/** A version as the start of a form: what it says, without its ids. Keys stay, so that figures can be followed. */
export function startOf(version: Version): Draft {
  const { name, purpose, activities, inputs, outputs, capabilities, processRules, knowledge } = version
  return {
    name,
    ...(Object.keys(purpose).length > 0 ? { purpose } : {}),
    activities,
    inputs,
    outputs,
    capabilities,
    processRules,
    knowledge,
    indicators: version.indicators.map(({ id: _id, ...indicator }) => indicator),
    duties: version.duties.map(({ id: _id, ...duty }) => duty),
    rights: version.rights,
    parts: version.parts.map(({ code: _code, name: _name, ...part }) => part),
  }
}
