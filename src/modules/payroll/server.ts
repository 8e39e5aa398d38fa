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
import { confirmSlip, listOwnSlips, readOwnSlip, readOwnYear } from './service/slips/own-slips.ts'
import {
  answerQuestion,
  askQuestion,
  closeQuestion,
  listOwnQuestions,
  listQuestions,
  readOwnQuestion,
  readQuestion,
  writeOwnMessage,
} from './service/slips/questions.ts'
import { downloadOwnSlip, downloadSlip } from './service/slips/slip-paper.ts'
import { correctTerms, listTerms, previewTerms, readTerms, setTerms, withdrawTerms } from './service/terms.ts'
import { termImporter } from './import/terms.ts'

export const server = bindServer(manifest, {
  routes: {
    listOwnSlips,
    readOwnSlip,
    confirmSlip,
    downloadOwnSlip,
    downloadSlip,
    readOwnYear,
    askQuestion,
    listOwnQuestions,
    readOwnQuestion,
    writeOwnMessage,
    closeQuestion,
    listQuestions,
    readQuestion,
    answerQuestion,
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
    listTerms,
    readTerms,
    setTerms,
    previewTerms,
    correctTerms,
    withdrawTerms,
  },
  imports: { 'pay-terms': termImporter },
  jobs: {},
  listens: {},
})
