import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const axe = readFileSync(fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)), 'utf8')

export const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * Serious and critical findings of axe, one line each: rule, how many, the first place. With `only` just those rules:
 * the dark look differs from the light one in nothing but colours.
 */
export async function findings(page: Page, only?: readonly string[]): Promise<string[]> {
  await page.evaluate(`if (!window.axe) { ${axe} }`)
  const options = JSON.stringify({
    resultTypes: ['violations'],
    ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
  })
  return page.evaluate<string[]>(`axe.run(document, ${options}).then(({ violations }) => violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => one.id + ' x' + one.nodes.length + ' ' + one.nodes[0].html.slice(0, 160) + ' ' + one.nodes[0].failureSummary.split('\\n')[1]))`)
}

/** Things to press that are smaller than 44 px either way. A checkbox counts with its label or its cell. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const wanted = 'a[href], button, input, select, textarea, [role=button], [role=checkbox], [role=switch], [role=tab], [role=radio], [role=option], [role=menuitem]'
    return [...document.querySelectorAll(wanted)].flatMap((element) => {
      const style = getComputedStyle(element)
      // Links within a sentence are as high as the line, which the rule allows.
      if (element.tagName === 'A' && style.display === 'inline') return []
      // Skip links are cut to nothing until they have the focus.
      if (style.clipPath !== 'none') return []
      if (style.visibility === 'hidden' || element.closest('[aria-hidden=true], [hidden]') || element.type === 'hidden') return []
      const place = element.closest('label, [data-select]') ?? (element.closest('[role=columnheader]') && element.tagName === 'INPUT' ? element.parentElement : element.closest('.kit-frame') && element.tagName === 'INPUT' ? element.closest('.kit-frame') : element)
      const box = place.getBoundingClientRect()
      const isDrawn = box.width > 1 && box.height > 1
      if (!isDrawn || (box.width >= 43.5 && box.height >= 43.5)) return []
      return [Math.round(box.width) + 'x' + Math.round(box.height) + ' ' + (element.getAttribute('aria-label') ?? element.textContent.trim()).slice(0, 40) + ' <' + element.tagName.toLowerCase() + '>']
    })
  })()`)
}

/** How many px the page is wider than its window, and what sticks out. */
export function overflow(page: Page): Promise<{ px: number; by: string[] }> {
  return page.evaluate<{ px: number; by: string[] }>(`(() => {
    const px = document.documentElement.scrollWidth - document.documentElement.clientWidth
    const by = px <= 0 ? [] : [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
      .map((element) => element.tagName + '.' + String(element.className).slice(0, 60))
    return { px, by }
  })()`)
}

/** What has the focus: role or tag, and its name. */
export function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const element = document.activeElement
    return (element.getAttribute('role') ?? element.tagName.toLowerCase()) + ': ' + (element.getAttribute('aria-label') ?? element.textContent.trim()).slice(0, 40)
  })()`)
}
