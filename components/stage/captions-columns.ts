'use client'

import { type RefObject, useEffect, useState } from 'react'

/** What a line has in most subtitles, until it has been measured. */
const ordinary = 37

/** Letters are narrower than zeros, and spaces more so; this leaves room for words of wide ones. */
const lettersPerZero = 1.12

/** How many characters of its font fit on a line as wide as `ruler`, which is `1ch` high. */
export function useColumns(ruler: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(ordinary)
  useEffect(() => {
    const element = ruler.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const { width, height } = element.getBoundingClientRect()
      if (width && height) setColumns(Math.max(1, Math.floor((width / height) * lettersPerZero)))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [ruler])
  return columns
}
