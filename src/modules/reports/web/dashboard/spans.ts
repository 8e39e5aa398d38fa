/** Columns of four on the desk; on the phone everything is as wide as the page. */
export const spans: Readonly<Record<number, string>> = {
  1: 'lg:col-span-1',
  2: 'lg:col-span-2',
  3: 'lg:col-span-3',
  4: 'lg:col-span-4',
}
