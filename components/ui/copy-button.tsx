'use client'

import { Check, Copy, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button'
import type { ButtonLook } from './button-look'

const icons = { idle: Copy, copied: Check, failed: X }
const said = {
  idle: '',
  copied: 'Copied.',
  failed: 'The browser did not allow copying. Select the text instead.',
}

export interface CopyButtonProps extends Pick<ButtonLook, 'surface' | 'variant'> {
  /** What lands in the clipboard; a function is asked at the press. */
  text: string | (() => string)
  /** The accessible name, for example `Copy the command`. */
  label: string
}

/** Copies a text, shows for two seconds whether that worked, and says it. */
export function CopyButton({ text, label, variant = 'plain', surface }: CopyButtonProps) {
  const [state, setState] = useState<keyof typeof icons>('idle')
  const Icon = icons[state]

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text())
      setState('copied')
    } catch {
      setState('failed')
    }
    setTimeout(() => setState('idle'), 2000)
  }

  return (
    <>
      <Button size="icon" variant={variant} surface={surface} aria-label={label} onClick={copy}>
        <Icon size={20} strokeWidth={1.75} aria-hidden />
      </Button>
      <span className="sr-only" aria-live="polite">
        {said[state]}
      </span>
    </>
  )
}
