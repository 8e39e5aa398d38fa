import { bindServer } from '#kernel/bind'
import { importer } from './import.ts'
import { manifest } from './manifest.ts'
import { handOverSubjects } from './service/hand-over.ts'
import { changeSubject, createSubject, listSubjects, readSubject, setSubjectState } from './service/subjects.ts'
import { keepSubjectType, listSubjectTypes } from './service/types.ts'

export const server = bindServer(manifest, {
  routes: {
    listSubjects,
    listSubjectTypes,
    keepSubjectType,
    readSubject,
    createSubject,
    changeSubject,
    setSubjectState,
    handOverSubjects,
  },
  jobs: {},
  listens: {},
  imports: { subjects: importer },
})
