import type { Page } from 'playwright-core'

export const groups = [
  'actions',
  'fields',
  'dates',
  'overlays',
  'layout',
  'grid',
  'filter',
  'tree',
  'process',
  'charts',
  'palette',
  'desk',
  'phone',
] as const

type OpenState = { name: string; group: (typeof groups)[number]; open: (page: Page) => Promise<void> }

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()

/** Parts in their open state, where faults hide. The words are the English ones of the kit page. */
export const openStates: readonly OpenState[] = [
  { name: 'menu', group: 'actions', open: press('More') },
  { name: 'select', group: 'fields', open: press('Position') },
  { name: 'several of a select', group: 'fields', open: press('Several') },
  {
    name: 'combo box',
    group: 'fields',
    open: async (page) => {
      await page.getByRole('combobox', { name: 'Type to find' }).fill('c')
      await page.getByRole('listbox').waitFor()
    },
  },
  { name: 'day', group: 'dates', open: (page) => page.getByRole('button', { name: 'Since' }).click() },
  { name: 'span of days', group: 'dates', open: (page) => page.getByRole('button', { name: 'Acting' }).click() },
  { name: 'dialog', group: 'overlays', open: press('Open a dialog') },
  { name: 'alert', group: 'overlays', open: press('Alert') },
  { name: 'sheet from the right', group: 'overlays', open: press('From the right') },
  { name: 'sheet from below', group: 'overlays', open: press('From below') },
  { name: 'popover', group: 'overlays', open: press('How is it scored') },
  { name: 'toast', group: 'overlays', open: press('Failed') },
  { name: 'columns of the grid', group: 'grid', open: press('Columns') },
  { name: 'selected rows', group: 'grid', open: (page) => page.locator('[role=row] [data-select]').nth(1).click() },
  { name: 'filter by tree', group: 'filter', open: press('Unit') },
  { name: 'filter by choice', group: 'filter', open: press('Status') },
  { name: 'filter by choices', group: 'filter', open: press('Position') },
  { name: 'filter by days', group: 'filter', open: press('Since') },
  { name: 'views', group: 'filter', open: (page) => page.getByRole('button', { name: 'Views' }).nth(1).click() },
  { name: 'tree select', group: 'tree', open: press('Unit') },
  {
    name: 'upload that failed',
    group: 'process',
    open: async (page) => {
      await page
        .locator('input[type=file]')
        .nth(1)
        .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') })
      await page.getByText('The connection was lost').waitFor()
    },
  },
  { name: 'chart as table', group: 'charts', open: press('Show as table: Fulfilment by unit') },
  {
    name: 'command palette',
    group: 'palette',
    open: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('E0001')
      await page.getByRole('option').first().waitFor()
    },
  },
]
