'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import styles from './sheet.module.css'

export interface SheetProps {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** The button that opens it. */
  trigger: ReactElement
  children: ReactNode
  /** The next step, always in sight. */
  foot: ReactNode
}

/** A sheet over the room: from below on a phone, over the middle of the stage otherwise. Not for a talk. */
export function Sheet({ title, isOpen, onOpenChange, trigger, children, foot }: SheetProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Trigger render={trigger} />
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>{title}</Dialog.Title>
            <Dialog.Close render={<Button size="icon" variant="plain" aria-label="Close" />}>
              <X size={20} strokeWidth={1.75} aria-hidden />
            </Dialog.Close>
          </div>
          <div className={styles.body}>{children}</div>
          <div className={styles.foot}>{foot}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
