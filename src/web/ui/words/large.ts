/** Words of the large parts: grid, filters, trees, upload, charts. `{name}` is filled in by the part. */
export const largeZh = {
  'grid.select-all': '全选',
  'grid.select-row': '选择 {name}',
  'grid.header-hint': '点击排序,拖动调整列宽',
}

export const largeEn: Record<keyof typeof largeZh, string> = {
  'grid.select-all': 'Select all',
  'grid.select-row': 'Select {name}',
  'grid.header-hint': 'Press to sort, drag the edge to resize',
}
