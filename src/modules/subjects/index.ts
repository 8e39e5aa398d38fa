export { findOrCreateSubjects, type SubjectAsked } from './service/find-or-create.ts'
export { subjectTypes } from './service/types.ts'
export { subjectNames, visibleSubjectIds, type SubjectName } from './store/names.ts'
