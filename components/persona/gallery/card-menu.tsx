'use client'

import { Menu } from '@base-ui/react/menu'
import { Ellipsis, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import styles from './card-menu.module.css'

/** What can be done with a persona besides talking to it. */
export function CardMenu({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        render={
          <Button
            size="icon"
            variant="plain"
            className={styles.trigger}
            aria-label={`More for ${name}`}
          />
        }
      >
        <Ellipsis size={20} strokeWidth={1.75} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner
          className={styles.positioner}
          side="bottom"
          align="end"
          sideOffset={6}
          collisionPadding={12}
        >
          <Menu.Popup className={styles.popup}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

interface ItemProps extends Pick<ComponentProps<typeof Menu.Item>, 'onClick'> {
  icon: LucideIcon
  isDanger?: boolean
  /** A link, where it leads somewhere. */
  render?: ReactElement<Record<string, unknown>>
  children: ReactNode
}

CardMenu.Item = function CardMenuItem({ icon: Icon, isDanger, children, ...item }: ItemProps) {
  return (
    <Menu.Item {...item} className={styles.item} data-danger={isDanger}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      {children}
    </Menu.Item>
  )
}
