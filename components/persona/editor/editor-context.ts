'use client'

import { createContext, use } from 'react'
import type { PersonaContent } from '@/lib/personas/persona'

export interface EditorContextValue {
  /** What stands in the form. */
  persona: PersonaContent
  change: (part: Partial<PersonaContent>) => void
  /** What is wrong with a field, by its path such as `greeting.text`. */
  errorOf: (path: string) => string | undefined
  /** The props of the field of that path. */
  field: (path: string) => { id: string; error: string | undefined }
}

export const EditorContext = createContext<EditorContextValue | undefined>(undefined)

/** The persona that is being written, for a part of its form. */
export function useEditor(): EditorContextValue {
  const value = use(EditorContext)
  if (!value) throw new Error('useEditor needs a <PersonaEditor> above it')
  return value
}
