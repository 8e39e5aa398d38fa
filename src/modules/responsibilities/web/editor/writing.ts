import { createContext, useContext } from 'react'

/** The language whose texts the editor shows; others stay untouched. */
export const Writing = createContext('zh-CN')

export function useWriting(): string {
  return useContext(Writing)
}
