'use client'

import { Menu } from '@base-ui/react/menu'
import { Ellipsis, Keyboard, Maximize, Minimize, PictureInPicture2 } from 'lucide-react'
import type { RefObject } from 'react'
import { Control } from './control'
import { useConversation } from './conversation-context'
import { hasFullScreen, toggleFullScreen, useIsFullScreen } from './full-screen'
import styles from './more-menu.module.css'
import {
  hasPictureInPicture,
  togglePictureInPicture,
  useIsPictureInPicture,
} from './picture-in-picture'

const small = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const
const icon = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const

export interface MoreProps {
  /** Opens the sheet of shortcuts. */
  onHelp: () => void
}

/** What a narrow bar has no room for. */
export function MoreMenu({
  onHelp,
  container,
}: MoreProps & { container: RefObject<HTMLElement | null> }) {
  const { videoRef, medium } = useConversation()
  const isFull = useIsFullScreen()
  const isOut = useIsPictureInPicture()
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<Control label="More" />}>
        <Ellipsis {...icon} />
      </Menu.Trigger>
      <Menu.Portal container={container}>
        <Menu.Positioner
          className={styles.positioner}
          side="top"
          align="end"
          sideOffset={14}
          collisionPadding={16}
        >
          <Menu.Popup className={styles.popup} finalFocus={(how) => how === 'keyboard'}>
            {hasFullScreen() ? (
              <Menu.Item className={styles.item} onClick={() => void toggleFullScreen()}>
                {isFull ? <Minimize {...small} /> : <Maximize {...small} />}
                {isFull ? 'Leave full screen' : 'Full screen'}
              </Menu.Item>
            ) : null}
            {medium === 'face' && hasPictureInPicture() ? (
              <Menu.Item
                className={styles.item}
                onClick={() => void togglePictureInPicture(videoRef.current)}
              >
                <PictureInPicture2 {...small} />
                {isOut ? 'Leave picture in picture' : 'Picture in picture'}
              </Menu.Item>
            ) : null}
            <Menu.Item className={styles.item} onClick={onHelp}>
              <Keyboard {...small} />
              Keyboard shortcuts
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** The same as buttons of their own. */
export function MoreControls({ onHelp }: MoreProps) {
  const { videoRef, medium } = useConversation()
  const isFull = useIsFullScreen()
  const isOut = useIsPictureInPicture()
  return (
    <>
      {hasFullScreen() ? (
        <Control
          label="Full screen"
          shortcut="fullScreen"
          aria-pressed={isFull}
          onClick={() => void toggleFullScreen()}
        >
          {isFull ? <Minimize {...icon} /> : <Maximize {...icon} />}
        </Control>
      ) : null}
      {medium === 'face' && hasPictureInPicture() ? (
        <Control
          label="Picture in picture"
          shortcut="pictureInPicture"
          aria-pressed={isOut}
          onClick={() => void togglePictureInPicture(videoRef.current)}
        >
          <PictureInPicture2 {...icon} />
        </Control>
      ) : null}
      <Control
        label="Keyboard shortcuts"
        shortcut="help"
        aria-haspopup="dialog"
        onClick={() => onHelp()}
      >
        <Keyboard {...icon} />
      </Control>
    </>
  )
}
