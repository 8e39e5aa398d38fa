import { formProblems, type FormProblem } from './problems.ts'
import { Form } from './schema.ts'

/** Reads a form from JSON and names what is wrong with it: its shape first, then what does not hold together. */
export function readForm(json: unknown): { readonly form: Form } | { readonly problems: readonly FormProblem[] } {
  const parsed = Form.safeParse(json)
  if (!parsed.success)
    return {
      problems: parsed.error.issues
        .slice(0, 20)
        .map((issue) => ({ code: 'malformed', message: `${issue.path.join('.')}: ${issue.message}` })),
    }
  const problems = formProblems(parsed.data)
  return problems.length > 0 ? { problems } : { form: parsed.data }
}
