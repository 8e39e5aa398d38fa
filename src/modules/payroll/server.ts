import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { createGroup, listGroups, updateGroup } from './service/groups.ts'
import { changeItem, correctItem, createItem, endItem, listItems, withdrawItem } from './service/items.ts'
import {
  addParameter,
  correctParameter,
  importParameters,
  listParameters,
  removeParameter,
} from './service/parameters.ts'

export const server = bindServer(manifest, {
  routes: {
    listGroups,
    createGroup,
    updateGroup,
    listItems,
    createItem,
    changeItem,
    correctItem,
    endItem,
    withdrawItem,
    listParameters,
    addParameter,
    correctParameter,
    removeParameter,
    importParameters,
  },
  jobs: {},
  listens: {},
})
