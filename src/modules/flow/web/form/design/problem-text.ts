import { sentenceOf } from '#core/formula'
import type { FormProblem } from '#core/form'
import { useLanguage, useWords } from '#web/words'

/** The sentence for what is wrong with a form. */
export function useProblemText(): (problem: FormProblem) => string {
  const t = useWords('flow')
  const language = useLanguage()
  return ({ code, formula, keys = [], message = '' }) => {
    if (code !== 'formula' || !formula) return t(`form.problem.${code}`, { keys: keys.join(' → '), message })
    return formula.code === 'empty' ? t('form.problem.no-formula') : sentenceOf(formula, language)
  }
}
